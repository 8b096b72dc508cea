package org.vigie.registry.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.events.HostKind;
import org.vigie.events.ProbeRule;
import org.vigie.events.Role;
import org.vigie.events.provider.ChainSnapshot.Failure;
import org.vigie.registry.provider.Samples;
import org.vigie.url.TestNetworks;

class ChainResolverTests {

    private static final String ONION = "http://2gzyxa5ihm7nsggfxnu52rck2vv4rvmdlkiu3zzui5du4xyclen53wid.onion/";

    private final Resolving resolving = new Resolving();

    @Test
    void findsTheHostByTheLongestTaughtRange() {
        resolving.taught(Samples.host("Wide", "5.0.0.0/8"), Samples.host("Narrow", "5.6.0.0/16"));

        assertThat(resolving.hops(resolving.chain("http://a.example.com/", Resolving.found("5.6.7.8"))))
                .containsExactly("HOST Narrow ADDRESS_RANGE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.6.7.8", "[::ffff:5.6.7.8]", "[::ffff:506:708]", "[64:ff9b::5.6.7.8]"})
    void anIpv4AddressInAnIpv6AddressLeadsWhereItLeadsItself(String host) throws IOException {
        resolving.asTable("5.0.0.0,5.255.255.255,64499,Example");
        resolving.taught(Samples.provider(Role.UPSTREAM, "Carrier", "5.0.0.0/8"), Samples.host("Example", "AS64499"));

        assertThat(resolving.hops(resolving.chain("http://" + host + "/", Resolving.NOT_ASKED)))
                .containsExactlyInAnyOrder("UPSTREAM Carrier ADDRESS_RANGE", "HOST Example AS_ORIGIN");
    }

    @Test
    void aTranslatedAddressOfAnAnswerLeadsWhereItsIpv4AddressLeads() {
        resolving.taught(Samples.host("Narrow", "5.6.0.0/16"));

        assertThat(resolving.hops(resolving.chain("http://a.example.com/", Resolving.found("64:ff9b::506:708"))))
                .containsExactly("HOST Narrow ADDRESS_RANGE");
    }

    @Test
    void findsTheHostByTheSystemWhereNoRangeIsTaught() throws IOException {
        resolving.asTable("5.0.0.0,5.255.255.255,64499,Example");
        resolving.taught(Samples.host("Example", "AS64499"));

        var chain = resolving.chain("http://a.example.com/", Resolving.found("5.6.7.8"));

        assertThat(resolving.hops(chain)).containsExactly("HOST Example AS_ORIGIN");
        assertThat(chain.hops().getFirst().dataSet()).isEqualTo("as-table");
        assertThat(chain.hops().getFirst().dataSetVersion()).isEqualTo("test");
    }

    @Test
    void keepsEveryAddressAndEveryCandidate() {
        resolving.taught(
                Samples.host("One", "5.6.0.0/16"),
                Samples.host("Two", "2a00:1450::/32"),
                Samples.provider(Role.UPSTREAM, "Carrier", "5.0.0.0/8"));

        assertThat(resolving.hops(resolving.chain("http://a.example.com/", Resolving.found("5.6.7.8", "2a00:1450::1"))))
                .containsExactlyInAnyOrder(
                        "HOST One ADDRESS_RANGE", "HOST Two ADDRESS_RANGE", "UPSTREAM Carrier ADDRESS_RANGE");
    }

    @Test
    void putsAnExactHostBeforeASuffixAndTheLongestSuffixFirst() {
        resolving.taught(
                Samples.provider(Role.CONTENT_ADMIN, "Suffix", "host.example.com"),
                Samples.provider(Role.CONTENT_ADMIN, "Longer", "img.host.example.com"),
                Samples.provider(Role.CONTENT_ADMIN, "Exact", "=a.img.host.example.com"));

        assertThat(resolving.hops(resolving.chain("http://a.img.host.example.com/", Resolving.NOT_ASKED)))
                .containsExactly("CONTENT_ADMIN Exact EXACT_HOST");
        assertThat(resolving.hops(resolving.chain("http://i.b.img.host.example.com/", Resolving.NOT_ASKED)))
                .containsExactly("CONTENT_ADMIN Longer DOMAIN_SUFFIX");
        assertThat(resolving.hops(resolving.chain("http://host.example.com/", Resolving.NOT_ASKED)))
                .containsExactly("CONTENT_ADMIN Suffix DOMAIN_SUFFIX");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://host.example.com.evil.com/", "http://nothost.example.com/", "http://evil.com/"})
    void neverMatchesAPartOfANameOrOfALabel(String url) {
        resolving.taught(Samples.provider(Role.CONTENT_ADMIN, "Suffix", "host.example.com"));

        assertThat(resolving.chain(url, Resolving.NOT_ASKED).hops()).isEmpty();
    }

    @Test
    void saysThatTheHostIsUnknownBehindATaughtCdn() {
        resolving.taught(Samples.provider(Role.CDN, "Front", "5.6.7.0/24"));

        assertThat(resolving.hops(resolving.chain("http://a.example.com/", Resolving.found("5.6.7.8"))))
                .containsExactly("HOST ? AWAITING_CDN_DISCLOSURE", "CDN Front ADDRESS_RANGE");
    }

    @Test
    void takesARangeInsideAHostsRangeForTheCdnsThatItIs() {
        resolving.taught(Samples.host("Wide", "5.0.0.0/8"), Samples.provider(Role.CDN, "Front", "5.6.7.0/24"));

        assertThat(resolving.hops(resolving.chain("http://a.example.com/", Resolving.found("5.6.7.8"))))
                .containsExactly("HOST ? AWAITING_CDN_DISCLOSURE", "CDN Front ADDRESS_RANGE");
    }

    @Test
    void knowsTheHostOfAnAddressThatIsNotTheCdns() {
        resolving.taught(Samples.host("Wide", "5.0.0.0/8"), Samples.provider(Role.CDN, "Front", "6.6.7.0/24"));

        assertThat(resolving.hops(resolving.chain("http://a.example.com/", Resolving.found("5.6.7.8", "6.6.7.8"))))
                .containsExactly("HOST Wide ADDRESS_RANGE", "CDN Front ADDRESS_RANGE");
    }

    @Test
    void knowsACdnByItsAlias() {
        resolving.taught(Samples.provider(Role.CDN, "Front", "cdn.example.net"));
        var answer = new NameAnswer.Found(
                List.of(InetAddress.ofLiteral("5.6.7.8")), List.of("x.cdn.example.net"), List.of());

        assertThat(resolving.hops(resolving.chain("http://a.example.com/", answer)))
                .containsExactly("HOST ? AWAITING_CDN_DISCLOSURE", "CDN Front ALIAS_SUFFIX");
    }

    @Test
    void takesADisclosedOriginForTheHost() {
        resolving.taught(Samples.provider(Role.CDN, "Front", "5.6.7.0/24"), Samples.host("Origin", "=a.example.com"));

        assertThat(resolving.hops(resolving.chain("http://a.example.com/", Resolving.found("5.6.7.8"))))
                .containsExactly("HOST Origin EXACT_HOST", "CDN Front ADDRESS_RANGE");
    }

    @Test
    void endsAnOnionInAReasonUnlessItsProviderIsTaught() {
        assertThat(resolving.chain(ONION, Resolving.NOT_ASKED).reason()).isEqualTo("ONION_PROVIDER_UNKNOWN");

        resolving.taught(Samples.provider(
                Role.CONTENT_ADMIN, "Shop", "=2gzyxa5ihm7nsggfxnu52rck2vv4rvmdlkiu3zzui5du4xyclen53wid.onion"));

        var chain = resolving.chain(ONION, Resolving.NOT_ASKED);
        assertThat(chain.reason()).isNull();
        assertThat(chain.hostKind()).isEqualTo(HostKind.ONION_V3);
        assertThat(resolving.hops(chain)).containsExactly("CONTENT_ADMIN Shop EXACT_HOST");
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
        assertThat(resolving.chain(url, Resolving.NOT_ASKED).reason()).isEqualTo(reason);
    }

    @Test
    void treatsATestNetworkAsTheInternet() {
        resolving.testNetworks = TestNetworks.parse("127.9.0.0/16");
        resolving.taught(Samples.host("Sandbox", "127.9.0.0/24"));

        assertThat(resolving.hops(resolving.chain("http://127.9.0.1:8099/a", Resolving.NOT_ASKED)))
                .containsExactly("HOST Sandbox ADDRESS_RANGE");
        var named = resolving.chain("http://images.test/", Resolving.found("127.9.0.1"));
        assertThat(named.hostKind()).isEqualTo(HostKind.DOMAIN);
        assertThat(resolving.hops(named)).containsExactly("HOST Sandbox ADDRESS_RANGE");
        assertThat(resolving
                        .chain("http://images.test/", Resolving.found("127.9.0.1", "127.8.0.1"))
                        .reason())
                .isEqualTo("SPECIAL_USE");
        assertThat(resolving.chain("http://127.8.0.1/", Resolving.NOT_ASKED).reason())
                .isEqualTo("UNROUTABLE");
    }

    @Test
    void looksOnlyAtPublicAddressesAndSaysSo() {
        resolving.taught(Samples.host("Wide", "5.0.0.0/8"));

        var mixed = resolving.chain("http://a.example.com/", Resolving.found("5.6.7.8", "169.254.169.254"));
        assertThat(resolving.hops(mixed)).containsExactly("HOST Wide ADDRESS_RANGE");
        assertThat(mixed.failures()).containsExactly(new Failure("DNS", "ADDRESS_NOT_PUBLIC"));
        assertThat(resolving
                        .chain("http://a.example.com/", Resolving.found("10.0.0.1"))
                        .reason())
                .isEqualTo("UNROUTABLE");
    }

    @Test
    void keepsWhatFailedBesideWhatWasFound() {
        resolving.taught(Samples.provider(Role.CONTENT_ADMIN, "Known", "example.com"));
        var timedOut = new NameAnswer.NotAnswered(List.of(new Failure("DNS", "TIMEOUT")));

        var chain = resolving.chain("http://a.example.com/", timedOut);

        assertThat(resolving.hops(chain)).containsExactly("CONTENT_ADMIN Known DOMAIN_SUFFIX");
        assertThat(chain.failures()).containsExactly(new Failure("DNS", "TIMEOUT"));
        assertThat(chain.degraded()).isTrue();
        assertThat(chain.reason()).isNull();
    }

    @Test
    void saysThatThereIsNoSuchName() {
        var chain = resolving.chain("http://gone.example.com/", new NameAnswer.NoSuchName());

        assertThat(chain.reason()).isEqualTo("NAME_NOT_FOUND");
        assertThat(chain.degraded()).isFalse();
    }

    @Test
    void knowsSharedDomainsAndPlatforms() {
        resolving.taught(Samples.provider(Role.CONTENT_ADMIN, "Platform", "platform.example.com"));

        assertThat(resolving
                        .chain("http://user.github.io/x", Resolving.NOT_ASKED)
                        .shared())
                .isTrue();
        assertThat(resolving
                        .chain("http://x.platform.example.com/", Resolving.NOT_ASKED)
                        .shared())
                .isTrue();
        assertThat(resolving
                        .chain("http://own.example.net/", Resolving.NOT_ASKED)
                        .shared())
                .isFalse();
    }

    @Test
    void followsTheStrictestRuleForLooks() {
        resolving.taught(
                Samples.probed(Samples.host("Wide", "5.0.0.0/8"), ProbeRule.HEAD_ONLY),
                Samples.probed(
                        Samples.provider(Role.CONTENT_ADMIN, "Strict", "example.com"), ProbeRule.LANDING_PAGE_ONLY),
                Samples.probed(Samples.provider(Role.UPSTREAM, "Carrier", "5.6.0.0/16"), ProbeRule.NEVER));

        assertThat(resolving
                        .chain("http://a.example.com/", Resolving.found("5.6.7.8"))
                        .probeRule())
                .isEqualTo(ProbeRule.LANDING_PAGE_ONLY);
    }

    @Test
    void givesTheSameChainForTheSameFactsInAnyOrder() {
        var one = Samples.stored(Samples.host("One", "5.6.0.0/16", "AS64499"));
        var two = Samples.stored(Samples.host("Two", "5.6.0.0/16"));
        resolving.providers.addAll(List.of(one, two));
        var forwards = resolving.chain("http://a.example.com/", Resolving.found("5.6.7.8", "5.6.7.9"));
        resolving.providers.clear();
        resolving.providers.addAll(List.of(two, one));

        var backwards = resolving.chain("http://a.example.com/", Resolving.found("5.6.7.9", "5.6.7.8"));
        assertThat(backwards.seen()).isEqualTo(forwards.seen());
        assertThat(backwards).usingRecursiveComparison().ignoringFields("shown").isEqualTo(forwards);
    }
}
