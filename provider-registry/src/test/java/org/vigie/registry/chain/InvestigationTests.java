package org.vigie.registry.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.events.Role;
import org.vigie.events.provider.ChainSnapshot.Approval;
import org.vigie.events.provider.ChainSnapshot.Hop;
import org.vigie.registry.dataset.AsTable;
import org.vigie.registry.dataset.Outdated;
import org.vigie.registry.dataset.ShippedAsTable;
import org.vigie.registry.provider.Provider;
import org.vigie.registry.provider.Samples;
import org.vigie.support.events.EventJson;
import org.vigie.url.GlobalAddresses;
import org.vigie.url.TestNetworks;
import org.vigie.url.WebUrl;

/** Whole resolutions, with the mistakes that other systems were seen to make. */
class InvestigationTests {

    private static final int URLS = 400;
    private static final List<String> ENDS = List.of(
            "example.com", "example.co.uk", "github.io", "pages.dev", "img.test-host.net", "tenant.blogspot.com");

    private final Map<String, NameAnswer> names = new HashMap<>();
    private final Map<String, RegistrySaid> registered = new HashMap<>();
    private final List<Provider> providers = new ArrayList<>();

    @Test
    void givesTheSameChainsByteForByteInAnyOrder() {
        providers.add(Samples.stored(Samples.host("One", "5.0.0.0/8", "AS15169")));
        providers.add(Samples.stored(Samples.host("Two", "2a00::/16", "AS13335")));
        providers.add(Samples.stored(Samples.provider(Role.CONTENT_ADMIN, "Pictures", "test-host.net", "github.io")));
        var urls = IntStream.range(0, URLS).mapToObj(this::url).toList();
        var knowledge = knowledge(ShippedAsTable.read());
        var shuffled = new ArrayList<>(urls);
        Collections.shuffle(shuffled, new Random(7));

        var first = resolved(urls, knowledge);
        var second = resolved(shuffled, knowledge(ShippedAsTable.read()));

        assertThat(second).isEqualTo(first).hasSize(URLS);
        assertThat(first.values().stream().distinct().count()).isGreaterThan(5);
    }

    @Test
    void keepsEveryAddressOfBothFamiliesAndNotOnlyTheFirst() {
        providers.add(Samples.stored(Samples.host("One", "5.6.0.0/16")));
        providers.add(Samples.stored(Samples.host("Two", "7.7.0.0/16")));
        providers.add(Samples.stored(Samples.host("Three", "2a00:1::/32")));
        names.put("a.example.com", found("5.6.7.8", "7.7.7.7", "2a00:1::1"));

        assertThat(chain("http://a.example.com/").hops())
                .filteredOn(hop -> hop.role() == Role.HOST)
                .extracting(Hop::providerId)
                .containsExactlyInAnyOrderElementsOf(
                        providers.stream().map(Provider::id).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "a.b.example.co.uk, example.co.uk",
        "tenant.blogspot.com, blogspot.com",
        "a.example.com., example.com",
        "foo.unlistedtld, foo.unlistedtld"
    })
    void asksTheRegistryOfWhatARegistrarSoldAndNotOfTheLastTwoLabels(String host, String domain) {
        registered.put(domain, new RegistrySaid("292", new TreeSet<>(), Map.of(), List.of()));

        assertThat(chain("http://" + host + "/").hops()).extracting(Hop::role).contains(Role.REGISTRAR);
    }

    @ParameterizedTest
    @CsvSource({"user.github.io, github.io, REFUSED", "own.example.com, example.com, OPERATOR"})
    void refusesRegistrarAndRegistryOnSharedDomains(String host, String domain, Approval approval) {
        providers.add(Samples.stored(Samples.registrar("Registrar", "292")));
        providers.add(Samples.stored(Samples.provider(Role.REGISTRY, "Registry", "io", "com")));
        registered.put(domain, new RegistrySaid("292", new TreeSet<>(), Map.of(), List.of()));

        var ranking =
                Ranking.of(chain("http://" + host + "/"), new NetworkBook(providers), _ -> Responsiveness.UNKNOWN);

        assertThat(ranking)
                .filteredOn(rung -> rung.role() == Role.REGISTRAR || rung.role() == Role.REGISTRY)
                .hasSize(2)
                .allSatisfy(rung -> assertThat(rung.approval()).isEqualTo(approval));
    }

    @Test
    void givesADomainWithoutContactsNothingOfTheDomainBeforeIt() {
        registered.put("with.com", new RegistrySaid("292", new TreeSet<>(List.of("active")), Map.of(), List.of()));

        assertThat(chain("http://with.com/").hops()).isNotEmpty();
        assertThat(chain("http://without.com/").hops()).isEmpty();
        assertThat(chain("http://without.com/").seen().registryStatus()).isEmpty();
    }

    @Test
    void asksNobodyOffline() {
        names.put("a.example.com", found("5.6.7.8"));
        registered.put("example.com", new RegistrySaid("292", new TreeSet<>(), Map.of(), List.of()));
        var url = WebUrl.parse("http://a.example.com/").found().orElseThrow();

        var chain = investigation(knowledge(AsTable.NONE)).chain(url, false);

        assertThat(chain.hops()).isEmpty();
        assertThat(chain.degraded()).isTrue();
    }

    private String url(int number) {
        var host = "h" + number + "." + ENDS.get(number % ENDS.size());
        names.put(
                host,
                switch (number % 5) {
                    case 0 -> found("5.6.7." + number % 200, "8.8.8." + number % 200);
                    case 1 -> found("1.1.1." + number % 200, "2a00:1::" + number);
                    case 2 -> new NameAnswer.NoSuchName();
                    case 3 -> new NameAnswer.NotAnswered(List.of());
                    default -> found("193.0.6." + number % 200, "10.0.0.1");
                });
        return "http://" + host + "/" + number;
    }

    private Map<String, String> resolved(List<String> urls, Knowledge knowledge) {
        var said = new HashMap<String, String>();
        for (var text : urls) {
            var url = WebUrl.parse(text).found().orElseThrow();
            var chain = investigation(knowledge).chain(url, true);
            var ranking = Ranking.of(chain, knowledge.book(), _ -> Responsiveness.UNKNOWN);
            var snapshot = Resolution.of(chain, ranking, knowledge).snapshot(new UUID(0, 0), 1, 0, List.of());
            said.put(text, EventJson.MAPPER.writeValueAsString(snapshot));
        }
        return said;
    }

    private Chain chain(String url) {
        return investigation(knowledge(AsTable.NONE))
                .chain(WebUrl.parse(url).found().orElseThrow(), true);
    }

    private Investigation investigation(Knowledge knowledge) {
        return new Investigation(
                knowledge,
                name -> names.getOrDefault(name.withoutDot(), new NameAnswer.NoSuchName()),
                (domain, _, _) -> registered.getOrDefault(String.valueOf(domain), RegistrySaid.NOTHING));
    }

    private Knowledge knowledge(AsTable table) {
        return new Knowledge(
                new NetworkBook(providers),
                table,
                Samples.SUFFIXES,
                TestNetworks.none(),
                new GlobalAddresses(TestNetworks.none(), List.of()),
                Outdated.NONE);
    }

    private static NameAnswer found(String... addresses) {
        return new NameAnswer.Found(
                Arrays.stream(addresses).map(InetAddress::ofLiteral).toList(), List.of(), List.of());
    }
}
