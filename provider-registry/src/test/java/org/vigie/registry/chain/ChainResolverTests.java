package org.vigie.registry.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.events.HostKind;
import org.vigie.events.ProbeRule;
import org.vigie.events.Role;
import org.vigie.events.provider.ChainSnapshot.Failure;
import org.vigie.events.provider.ChainSnapshot.Hop;
import org.vigie.registry.dataset.AsTable;
import org.vigie.registry.dataset.AsTableReader;
import org.vigie.registry.provider.Provider;
import org.vigie.registry.provider.Samples;
import org.vigie.url.GlobalAddresses;
import org.vigie.url.Host;
import org.vigie.url.TestNetworks;
import org.vigie.url.WebUrl;

class ChainResolverTests {

    private static final String ONION = "http://2gzyxa5ihm7nsggfxnu52rck2vv4rvmdlkiu3zzui5du4xyclen53wid.onion/";

    private final List<Provider> providers = new ArrayList<>();
    private AsTable asTable = AsTable.NONE;
    private TestNetworks testNetworks = TestNetworks.none();

    @Test
    void findsTheHostByTheLongestTaughtRange() {
        taught(Samples.host("Wide", "5.0.0.0/8"), Samples.host("Narrow", "5.6.0.0/16"));

        assertThat(hops(resolve("http://a.example.com/", found("5.6.7.8"))))
                .containsExactly("HOST Narrow ADDRESS_RANGE");
    }

    @Test
    void findsTheHostByTheSystemWhereNoRangeIsTaught() throws IOException {
        asTable("5.0.0.0,5.255.255.255,64499,Example");
        taught(Samples.host("Example", "AS64499"));

        var chain = resolve("http://a.example.com/", found("5.6.7.8"));

        assertThat(hops(chain)).containsExactly("HOST Example AS_ORIGIN");
        assertThat(chain.hops().getFirst().dataSet()).isEqualTo("as-table");
        assertThat(chain.hops().getFirst().dataSetVersion()).isEqualTo("test");
    }

    @Test
    void keepsEveryAddressAndEveryCandidate() {
        taught(
                Samples.host("One", "5.6.0.0/16"),
                Samples.host("Two", "2a00:1450::/32"),
                Samples.provider(Role.UPSTREAM, "Carrier", "5.0.0.0/8"));

        assertThat(hops(resolve("http://a.example.com/", found("5.6.7.8", "2a00:1450::1"))))
                .containsExactlyInAnyOrder(
                        "HOST One ADDRESS_RANGE", "HOST Two ADDRESS_RANGE", "UPSTREAM Carrier ADDRESS_RANGE");
    }

    @Test
    void putsAnExactHostBeforeASuffixAndTheLongestSuffixFirst() {
        taught(
                Samples.provider(Role.CONTENT_ADMIN, "Suffix", "host.example.com"),
                Samples.provider(Role.CONTENT_ADMIN, "Longer", "img.host.example.com"),
                Samples.provider(Role.CONTENT_ADMIN, "Exact", "=a.img.host.example.com"));

        assertThat(hops(resolve("http://a.img.host.example.com/", notAsked())))
                .containsExactly("CONTENT_ADMIN Exact EXACT_HOST");
        assertThat(hops(resolve("http://i.b.img.host.example.com/", notAsked())))
                .containsExactly("CONTENT_ADMIN Longer DOMAIN_SUFFIX");
        assertThat(hops(resolve("http://host.example.com/", notAsked())))
                .containsExactly("CONTENT_ADMIN Suffix DOMAIN_SUFFIX");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://host.example.com.evil.com/", "http://nothost.example.com/", "http://evil.com/"})
    void neverMatchesAPartOfANameOrOfALabel(String url) {
        taught(Samples.provider(Role.CONTENT_ADMIN, "Suffix", "host.example.com"));

        assertThat(resolve(url, notAsked()).hops()).isEmpty();
    }

    @Test
    void saysThatTheHostIsUnknownBehindATaughtCdn() {
        taught(Samples.provider(Role.CDN, "Front", "5.6.7.0/24"));

        assertThat(hops(resolve("http://a.example.com/", found("5.6.7.8"))))
                .containsExactly("HOST ? AWAITING_CDN_DISCLOSURE", "CDN Front ADDRESS_RANGE");
    }

    @Test
    void takesARangeInsideAHostsRangeForTheCdnsThatItIs() {
        taught(Samples.host("Wide", "5.0.0.0/8"), Samples.provider(Role.CDN, "Front", "5.6.7.0/24"));

        assertThat(hops(resolve("http://a.example.com/", found("5.6.7.8"))))
                .containsExactly("HOST ? AWAITING_CDN_DISCLOSURE", "CDN Front ADDRESS_RANGE");
    }

    @Test
    void knowsTheHostOfAnAddressThatIsNotTheCdns() {
        taught(Samples.host("Wide", "5.0.0.0/8"), Samples.provider(Role.CDN, "Front", "6.6.7.0/24"));

        assertThat(hops(resolve("http://a.example.com/", found("5.6.7.8", "6.6.7.8"))))
                .containsExactly("HOST Wide ADDRESS_RANGE", "CDN Front ADDRESS_RANGE");
    }

    @Test
    void knowsACdnByItsAlias() {
        taught(Samples.provider(Role.CDN, "Front", "cdn.example.net"));
        var answer = new NameAnswer.Found(
                List.of(InetAddress.ofLiteral("5.6.7.8")), List.of("x.cdn.example.net"), List.of());

        assertThat(hops(resolve("http://a.example.com/", answer)))
                .containsExactly("HOST ? AWAITING_CDN_DISCLOSURE", "CDN Front ALIAS_SUFFIX");
    }

    @Test
    void takesADisclosedOriginForTheHost() {
        taught(Samples.provider(Role.CDN, "Front", "5.6.7.0/24"), Samples.host("Origin", "=a.example.com"));

        assertThat(hops(resolve("http://a.example.com/", found("5.6.7.8"))))
                .containsExactly("HOST Origin EXACT_HOST", "CDN Front ADDRESS_RANGE");
    }

    @Test
    void endsAnOnionInAReasonUnlessItsProviderIsTaught() {
        assertThat(resolve(ONION, notAsked()).reason()).isEqualTo("ONION_PROVIDER_UNKNOWN");

        taught(Samples.provider(
                Role.CONTENT_ADMIN, "Shop", "=2gzyxa5ihm7nsggfxnu52rck2vv4rvmdlkiu3zzui5du4xyclen53wid.onion"));

        var chain = resolve(ONION, notAsked());
        assertThat(chain.reason()).isNull();
        assertThat(chain.hostKind()).isEqualTo(HostKind.ONION_V3);
        assertThat(hops(chain)).containsExactly("CONTENT_ADMIN Shop EXACT_HOST");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            http://2130706433/,               UNROUTABLE
            http://0177.0.0.1/,               UNROUTABLE
            http://127.0.0.1./,               UNROUTABLE
            http://[::ffff:127.0.0.1]/,       UNROUTABLE
            http://[64:ff9b::a9fe:a9fe]/,     UNROUTABLE
            http://169.254.169.254/latest,    UNROUTABLE
            http://100.64.0.1/,               UNROUTABLE
            http://localhost/,                SPECIAL_USE
            http://intranet/,                 SPECIAL_USE
            http://x.internal/,               SPECIAL_USE
            http://xmhqwe3rnw6insl.onion/,    ONION_INVALID
            """)
    void endsInAReason(String url, String reason) {
        assertThat(resolve(url, notAsked()).reason()).isEqualTo(reason);
    }

    @Test
    void treatsATestNetworkAsTheInternet() {
        testNetworks = TestNetworks.parse("127.9.0.0/16");
        taught(Samples.host("Sandbox", "127.9.0.0/24"));

        assertThat(hops(resolve("http://127.9.0.1:8099/a", notAsked()))).containsExactly("HOST Sandbox ADDRESS_RANGE");
        var named = resolve("http://images.test/", found("127.9.0.1"));
        assertThat(named.hostKind()).isEqualTo(HostKind.DOMAIN);
        assertThat(hops(named)).containsExactly("HOST Sandbox ADDRESS_RANGE");
        assertThat(resolve("http://images.test/", found("127.9.0.1", "127.8.0.1"))
                        .reason())
                .isEqualTo("SPECIAL_USE");
        assertThat(resolve("http://127.8.0.1/", notAsked()).reason()).isEqualTo("UNROUTABLE");
    }

    @Test
    void looksOnlyAtPublicAddressesAndSaysSo() {
        taught(Samples.host("Wide", "5.0.0.0/8"));

        var mixed = resolve("http://a.example.com/", found("5.6.7.8", "169.254.169.254"));
        assertThat(hops(mixed)).containsExactly("HOST Wide ADDRESS_RANGE");
        assertThat(mixed.failures()).containsExactly(new Failure("DNS", "ADDRESS_NOT_PUBLIC"));
        assertThat(resolve("http://a.example.com/", found("10.0.0.1")).reason()).isEqualTo("UNROUTABLE");
    }

    @Test
    void keepsWhatFailedBesideWhatWasFound() {
        taught(Samples.provider(Role.CONTENT_ADMIN, "Known", "example.com"));
        var timedOut = new NameAnswer.NotAnswered(List.of(new Failure("DNS", "TIMEOUT")));

        var chain = resolve("http://a.example.com/", timedOut);

        assertThat(hops(chain)).containsExactly("CONTENT_ADMIN Known DOMAIN_SUFFIX");
        assertThat(chain.failures()).containsExactly(new Failure("DNS", "TIMEOUT"));
        assertThat(chain.degraded()).isTrue();
        assertThat(chain.reason()).isNull();
    }

    @Test
    void saysThatThereIsNoSuchName() {
        var chain = resolve("http://gone.example.com/", new NameAnswer.NoSuchName());

        assertThat(chain.reason()).isEqualTo("NAME_NOT_FOUND");
        assertThat(chain.degraded()).isFalse();
    }

    @Test
    void knowsSharedDomainsAndPlatforms() {
        taught(Samples.provider(Role.CONTENT_ADMIN, "Platform", "platform.example.com"));

        assertThat(resolve("http://user.github.io/x", notAsked()).shared()).isTrue();
        assertThat(resolve("http://x.platform.example.com/", notAsked()).shared())
                .isTrue();
        assertThat(resolve("http://own.example.net/", notAsked()).shared()).isFalse();
    }

    @Test
    void followsTheStrictestRuleForLooks() {
        taught(
                Samples.probed(Samples.host("Wide", "5.0.0.0/8"), ProbeRule.HEAD_ONLY),
                Samples.probed(
                        Samples.provider(Role.CONTENT_ADMIN, "Strict", "example.com"), ProbeRule.LANDING_PAGE_ONLY),
                Samples.probed(Samples.provider(Role.UPSTREAM, "Carrier", "5.6.0.0/16"), ProbeRule.NEVER));

        assertThat(resolve("http://a.example.com/", found("5.6.7.8")).probeRule())
                .isEqualTo(ProbeRule.LANDING_PAGE_ONLY);
    }

    @Test
    void givesTheSameChainForTheSameFactsInAnyOrder() {
        var one = Samples.stored(Samples.host("One", "5.6.0.0/16", "AS64499"));
        var two = Samples.stored(Samples.host("Two", "5.6.0.0/16"));
        providers.addAll(List.of(one, two));
        var forwards = resolve("http://a.example.com/", found("5.6.7.8", "5.6.7.9"));
        providers.clear();
        providers.addAll(List.of(two, one));

        assertThat(resolve("http://a.example.com/", found("5.6.7.9", "5.6.7.8")))
                .isEqualTo(forwards);
    }

    private void taught(Provider... taught) {
        Arrays.stream(taught).map(Samples::stored).forEach(providers::add);
    }

    private void asTable(String csv) throws IOException {
        asTable = AsTableReader.read(new BufferedReader(new StringReader(csv)), "test");
    }

    private static NameAnswer found(String... addresses) {
        return new NameAnswer.Found(
                Arrays.stream(addresses).map(InetAddress::ofLiteral).toList(), List.of(), List.of());
    }

    private static NameAnswer notAsked() {
        return new NameAnswer.NotAsked();
    }

    private Chain resolve(String url, NameAnswer answer) {
        var knowledge = new Knowledge(
                new NetworkBook(providers),
                asTable,
                Samples.SUFFIXES,
                testNetworks,
                new GlobalAddresses(testNetworks, List.of()));
        return new ChainResolver(knowledge).resolve(host(url), answer);
    }

    private static Host host(String url) {
        return WebUrl.parse(url).found().orElseThrow().host();
    }

    private List<String> hops(Chain chain) {
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
