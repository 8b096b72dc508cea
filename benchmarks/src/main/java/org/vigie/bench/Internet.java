package org.vigie.bench;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vigie.events.Role;
import org.vigie.registry.chain.Knowledge;
import org.vigie.registry.chain.LocalResolver;
import org.vigie.registry.chain.NameAnswer;
import org.vigie.registry.chain.NetworkBook;
import org.vigie.registry.chain.Registries;
import org.vigie.registry.dataset.AsTable;
import org.vigie.registry.dataset.Outdated;
import org.vigie.registry.dataset.ShippedAsTable;
import org.vigie.registry.provider.NetworkObject.Kind;
import org.vigie.registry.provider.ProviderFacts;
import org.vigie.registry.provider.ProviderFacts.ObjectFact;
import org.vigie.registry.provider.SeedProviders;
import org.vigie.url.GlobalAddresses;
import org.vigie.url.Host;
import org.vigie.url.PublicSuffixes;
import org.vigie.url.TestNetworks;

/**
 * Five hundred hosts with the systems of the shipped table, fifty platforms, and as many sites on them as are asked
 * for. Nobody is asked anything: a site's two addresses are chosen by its name.
 */
final class Internet {

    private static final int HOSTS = 500;
    private static final int PLATFORMS = 50;
    private static final int ANSWERS = 10_000;
    private static final List<String> ENDS = List.of("example.com", "example.co.uk", "github.io", "example.org");

    private final PublicSuffixes suffixes = PublicSuffixes.bundled();
    private final AsTable table = ShippedAsTable.read();
    private final AsTable.Starts starts = table.starts();
    private final NameAnswer[] answers =
            IntStream.range(0, ANSWERS).mapToObj(this::made).toArray(NameAnswer[]::new);
    private final LocalResolver resolver;

    Internet() {
        var none = TestNetworks.none();
        var providers = SeedProviders.made(
                Stream.concat(
                                IntStream.range(0, HOSTS).mapToObj(this::host),
                                IntStream.range(0, PLATFORMS).mapToObj(Internet::platform))
                        .toList(),
                suffixes,
                Clock.systemUTC());
        var knowledge = new Knowledge(
                new NetworkBook(providers), table, suffixes, none, new GlobalAddresses(none, List.of()), Outdated.NONE);
        resolver = new LocalResolver(knowledge, this::answer, Registries.NOBODY);
    }

    PublicSuffixes suffixes() {
        return suffixes;
    }

    LocalResolver resolver() {
        return resolver;
    }

    /** A different one for every number. */
    String url(int number) {
        return "https://h%d.s%d.%s/gallery/2026/01/page-%d.html?size=large"
                .formatted(number, number % PLATFORMS, ENDS.get(number % ENDS.size()), number);
    }

    private ProviderFacts host(int number) {
        int start = starts.ipv4()[number * (starts.ipv4().length / HOSTS)];
        long system = Integer.toUnsignedLong(table.asn(ipv4(start)));
        return facts("Host " + number, Role.HOST, new ObjectFact(Kind.ASN, Long.toString(system)));
    }

    private static ProviderFacts platform(int number) {
        var suffix = "s%d.%s".formatted(number, ENDS.get(number % ENDS.size()));
        return facts("Platform " + number, Role.CONTENT_ADMIN, new ObjectFact(Kind.DOMAIN_SUFFIX, suffix));
    }

    private static ProviderFacts facts(String name, Role type, ObjectFact object) {
        return new ProviderFacts(null, name, null, type, null, null, null, null, null, List.of(object), List.of());
    }

    /** Chosen by the name; made beforehand, since a resolver's cache has them made, too. */
    private NameAnswer answer(Host.Domain host) {
        return answers[Math.floorMod(host.text().hashCode(), ANSWERS)];
    }

    private NameAnswer made(int number) {
        var ipv4 = ipv4(starts.ipv4()[number * (starts.ipv4().length / ANSWERS)]);
        var ipv6 = address(ByteBuffer.allocate(16)
                .putLong(starts.ipv6High()[number * (starts.ipv6High().length / ANSWERS)])
                .putLong(1)
                .array());
        return new NameAnswer.Found(List.of(ipv4, ipv6), List.of(), List.of());
    }

    private static InetAddress ipv4(int bits) {
        return address(ByteBuffer.allocate(4).putInt(bits).array());
    }

    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("4 and 16 bytes are an address", e);
        }
    }
}
