package org.vigie.registry.chain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.vigie.events.provider.ChainSnapshot.Hop;
import org.vigie.registry.dataset.AsTable;
import org.vigie.registry.dataset.AsTableReader;
import org.vigie.registry.dataset.Outdated;
import org.vigie.registry.provider.Provider;
import org.vigie.registry.provider.Samples;
import org.vigie.url.GlobalAddresses;
import org.vigie.url.TestNetworks;
import org.vigie.url.WebUrl;

/** Resolves URLs by facts that a test states. */
final class Resolving {

    static final NameAnswer NOT_ASKED = new NameAnswer.NotAsked();

    final List<Provider> providers = new ArrayList<>();
    AsTable asTable = AsTable.NONE;
    TestNetworks testNetworks = TestNetworks.none();
    Outdated outdated = Outdated.NONE;

    void taught(Provider... taught) {
        Arrays.stream(taught).map(Samples::stored).forEach(providers::add);
    }

    void asTable(String csv) throws IOException {
        asTable = AsTableReader.read(new BufferedReader(new StringReader(csv)), "test");
    }

    static NameAnswer found(String... addresses) {
        return new NameAnswer.Found(
                Arrays.stream(addresses).map(InetAddress::ofLiteral).toList(), List.of(), List.of());
    }

    Knowledge knowledge() {
        return new Knowledge(
                new NetworkBook(providers),
                asTable,
                Samples.SUFFIXES,
                testNetworks,
                new GlobalAddresses(testNetworks, List.of()),
                outdated);
    }

    Chain chain(String url, NameAnswer answer) {
        return new Investigation(knowledge(), _ -> answer, Registries.NOBODY)
                .chain(WebUrl.parse(url).found().orElseThrow(), true);
    }

    /** Role, provider and evidence of every hop. */
    List<String> hops(Chain chain) {
        return chain.hops().stream().map(this::describe).toList();
    }

    private String describe(Hop hop) {
        var name = providers.stream()
                .filter(provider -> Objects.equals(provider.id(), hop.providerId()))
                .map(Provider::name)
                .findFirst()
                .orElse("?");
        return hop.role() + " " + name + " " + hop.evidence();
    }
}
