package org.vigie.registry.chain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.events.Role;
import org.vigie.registry.provider.Samples;
import org.vigie.url.ParseResult;
import org.vigie.url.ParseResult.Reason;
import org.vigie.url.Refanged;
import org.vigie.url.WebUrl;

/** The numbered list of nasty inputs, from the text to the chain; the last row, of registries, is with their reader. */
class NastyInputTests {

    private static final String ONION = "2gzyxa5ihm7nsggfxnu52rck2vv4rvmdlkiu3zzui5du4xyclen53wid.onion";

    private final Resolving resolving = new Resolving();

    @ParameterizedTest(name = "row {0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            1  | HTTP://EXAMPLE.com:80/%7Efoo/../a?b#c    | http://example.com/a?b
            2  | http://example.com:443/                  | http://example.com:443/
            4  | http://example.com:0/                    | http://example.com:0/
            13 | http://user:pass@evil.example.com@good.example.com/ | http://good.example.com/
            14 | http://good.example.com\\@evil.example.com/ | http://good.example.com/@evil.example.com/
            15 | http://evil.example.com#@good.example.com/  | http://evil.example.com/
            15 | http://evil.example.com?@good.example.com   | http://evil.example.com/?@good.example.com
            16 | http:\\\\example.com\\a                  | http://example.com/a
            16 | http:///example.com/                     | http://example.com/
            16 | http:example.com                         | http://example.com/
            17 | '  http://exa\tmple.com/\n'              | http://example.com/
            19 | http://a_b.example.com/                  | http://a_b.example.com/
            20 | http://-bad-.com/                        | http://-bad-.com/
            20 | http://xn--pokxncvks/                    | http://xn--pokxncvks/
            21 | http://faß.de/                           | http://xn--fa-hia.de/
            22 | http://食狮.公司.cn/                       | http://xn--85x722f.xn--55qx5d.cn/
            22 | http://xn--85x722f.xn--55qx5d.cn/        | http://xn--85x722f.xn--55qx5d.cn/
            23 | http://ｅｘａｍｐｌｅ。com/                 | http://example.com/
            23 | http://exa\u00admple.com/                | http://example.com/
            24 | http://раypal.com/                       | http://xn--ypal-43d9g.com/
            25 | http://example.com./                     | http://example.com/
            26 | http://foo..com/                         | http://foo..com/
            37 | http://x.onion.ws/                       | http://x.onion.ws/
            37 | https://x.tor2web.io/                    | https://x.tor2web.io/
            42 | http://example.com/%zz                   | http://example.com/%zz
            42 | 'http://example.com/a|b'                 | 'http://example.com/a|b'
            42 | http://example.com/a b                   | http://example.com/a%20b
            42 | http://example.com/%                     | http://example.com/%
            42 | http://example.com/?q=%E0%A4%A           | http://example.com/?q=%E0%A4%A
            43 | http://example.com/A                     | http://example.com/A
            43 | http://example.com/?b=2&a=1              | http://example.com/?b=2&a=1
            43 | http://example.com//x                    | http://example.com//x
            """)
    void isOneLocation(int row, String url, String canonical) {
        assertThat(WebUrl.parse(url).found()).hasValueSatisfying(parsed -> {
            assertThat(parsed.canonical()).isEqualTo(canonical);
            assertThat(resolving.chain(url, Resolving.NOT_ASKED)).isNotNull();
        });
    }

    @ParameterizedTest(name = "row {0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            3  | http://example.com:65536/       | INVALID_PORT
            3  | http://example.com:999999/      | INVALID_PORT
            3  | http://example.com:b/           | INVALID_PORT
            7  | http://1.2.3.08/                | INVALID_HOST
            7  | http://256.256.256.256/         | INVALID_HOST
            7  | http://4294967296/              | INVALID_HOST
            7  | http://1.1.1.1.1/               | INVALID_HOST
            10 | http://[fe80::1%25lo]/          | INVALID_HOST
            10 | http://[::1]:3:4/               | INVALID_PORT
            10 | http://[1::2::3]/               | INVALID_HOST
            18 | http://exa mple.com/            | INVALID_HOST
            18 | http://a<b/                     | INVALID_HOST
            18 | http://ho%3Cst/                 | INVALID_HOST
            18 | http://a%00b/                   | INVALID_HOST
            40 | javascript:alert(1)             | UNSUPPORTED_SCHEME
            40 | 'data:image/png;base64,iVBORw0' | UNSUPPORTED_SCHEME
            40 | file:///etc/passwd              | UNSUPPORTED_SCHEME
            40 | ftp://example.com/              | UNSUPPORTED_SCHEME
            40 | magnet:?xt=urn:btih:1           | UNSUPPORTED_SCHEME
            """)
    void isRefused(int row, String url, Reason reason) {
        assertThat(WebUrl.parse(url)).isEqualTo(new ParseResult.Refused(reason));
    }

    @ParameterizedTest(name = "row {0}: {1}")
    @CsvSource({
        "5, http://0x7f.1/, UNROUTABLE",
        "5, http://2130706433/, UNROUTABLE",
        "5, http://0177.0.0.1/, UNROUTABLE",
        "5, http://127.1/, UNROUTABLE",
        "5, http://017700000001/, UNROUTABLE",
        "6, http://１２７.０.０.１/, UNROUTABLE",
        "6, http://%31%32%37.0.0.1/, UNROUTABLE",
        "6, http://０Ｘｃ０．０２５０．０１/, UNROUTABLE",
        "8, http://127.0.0.1./, UNROUTABLE",
        "9, http://[::1]/, UNROUTABLE",
        "9, http://[::ffff:127.0.0.1]/, UNROUTABLE",
        "9, http://[::127.0.0.1]/, UNROUTABLE",
        "9, http://[64:ff9b::a9fe:a9fe]/, UNROUTABLE",
        "9, http://[64:ff9b:1::7f00:1]/, UNROUTABLE",
        "9, http://[2002:7f00:1::]/, UNROUTABLE",
        "9, http://[2001:0:1::]/, UNROUTABLE",
        "9, http://[fe80::1]/, UNROUTABLE",
        "9, http://[fc00::1]/, UNROUTABLE",
        "9, http://[ff02::1]/, UNROUTABLE",
        "9, http://[100::1]/, UNROUTABLE",
        "9, http://[::]/, UNROUTABLE",
        "12, http://169.254.169.254/latest, UNROUTABLE",
        "12, http://100.64.0.1/, UNROUTABLE",
        "12, http://0.0.0.0/, UNROUTABLE",
        "12, http://198.18.0.1/, UNROUTABLE",
        "12, http://240.0.0.1/, UNROUTABLE",
        "27, http://localhost/, SPECIAL_USE",
        "27, http://intranet/, SPECIAL_USE",
        "27, http://x.local/, SPECIAL_USE",
        "27, http://x.internal/, SPECIAL_USE",
        "35, http://" + ONION + "/, ONION_PROVIDER_UNKNOWN",
        "35, http://www." + ONION + "/, ONION_PROVIDER_UNKNOWN",
        "36, http://3gzyxa5ihm7nsggfxnu52rck2vv4rvmdlkiu3zzui5du4xyclen53wid.onion/, ONION_INVALID",
        "36, http://expyuzz4wqqyqhjn.onion/, ONION_V2_UNREACHABLE",
    })
    void leadsNowhereForAReason(int row, String url, String reason) {
        var chain = resolving.chain(url, Resolving.NOT_ASKED);

        assertThat(chain.reason()).isEqualTo(reason);
        assertThat(chain.hops()).isEmpty();
    }

    @ParameterizedTest(name = "row {0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            30 | http://user.github.io/x                         | GitHub, Inc.
            31 | http://bucket.s3.eu-west-1.amazonaws.com/k      | Amazon S3
            31 | http://x.pages.dev/                             | Cloudflare, Inc.
            31 | http://x.workers.dev/                           | Cloudflare, Inc.
            31 | http://x.r2.dev/                                | Cloudflare, Inc.
            29 | http://github.io/                               | GitHub, Inc.
            38 | http://cid.ipfs.dweb.link/                      | IPFS Project
            """)
    void isAPlatformOfTheSuffixsOperator(int row, String url, String operator) {
        var chain = resolving.chain(url, Resolving.NOT_ASKED);

        assertThat(chain.platform()).isEqualTo(operator);
        assertThat(chain.shared()).isTrue();
    }

    @ParameterizedTest(name = "row {0}: {1}")
    @CsvSource({
        "28, http://foo.unlistedtld/",
        "29, http://com/",
        "29, http://co.uk/",
        "33, http://host.example.com.evil.com/",
        "34, http://www.ck/",
        "34, http://foo.ck/",
        "34, http://city.kobe.jp/",
        "34, http://a.b.c.kobe.jp/",
    })
    void isNobodysPlatform(int row, String url) {
        resolving.taught(Samples.provider(Role.CONTENT_ADMIN, "Rule", "host.example.com"));

        var chain = resolving.chain(url, Resolving.NOT_ASKED);

        assertThat(chain.hops()).isEmpty();
        assertThat(chain.platform()).isNull();
    }

    @Test
    @DisplayName("row 11: an IPv6 literal has a host and no registrar")
    void anIpv6LiteralHasAHostAndNoRegistrar() throws Exception {
        resolving.asTable("2606:4700::,2606:4700:ffff:ffff:ffff:ffff:ffff:ffff,13335,Cloudflare");
        resolving.taught(Samples.host("Known", "AS13335"), Samples.registrar("Registrar", "292"));

        var chain = resolving.chain("http://[2606:4700::1111]/", Resolving.NOT_ASKED);

        assertThat(resolving.hops(chain)).containsExactly("HOST Known AS_ORIGIN");
    }

    @ParameterizedTest(name = "row 26: a name that the name system cannot hold: {0}")
    @CsvSource({"64, 1", "40, 7"})
    void aNameThatTheNameSystemCannotHoldIsNoError(int length, int labels) {
        var host = ("a".repeat(length) + ".").repeat(labels) + "com";

        var chain = resolving.chain("http://" + host + "/", Resolving.NOT_ASKED);

        assertThat(chain.hops()).isEmpty();
    }

    @Test
    @DisplayName("row 32: the longest wildcard wins, at any depth")
    void theLongestWildcardWins() {
        resolving.taught(
                Samples.provider(Role.CONTENT_ADMIN, "Short", "host.example.com"),
                Samples.provider(Role.CONTENT_ADMIN, "Long", "img.host.example.com"));

        var chain = resolving.chain("http://a.i.img.host.example.com/1.jpg", Resolving.NOT_ASKED);

        assertThat(resolving.hops(chain)).containsExactly("CONTENT_ADMIN Long DOMAIN_SUFFIX");
    }

    @Test
    @DisplayName("row 38: a gateway's operator is a platform by the path")
    void aGatewaysOperatorIsAPlatformByThePath() {
        resolving.taught(Samples.provider(Role.CONTENT_ADMIN, "Gateway", "^ipfs.io/ipfs"));

        var chain = resolving.chain("https://ipfs.io/ipfs/QmPlanted", Resolving.NOT_ASKED);

        assertThat(resolving.hops(chain)).containsExactly("CONTENT_ADMIN Gateway URL_PREFIX");
    }

    @Test
    @DisplayName("row 39: hxxp and [.] are undone at intake, with a flag")
    void defangedUrlsAreReadAtIntakeWithAFlag() {
        var refanged = Refanged.of("hxxp://example[.]com/");

        assertThat(refanged.changed()).isTrue();
        assertThat(refanged.text()).isEqualTo("http://example.com/");
    }

    @ParameterizedTest(name = "row 41: a URL of {0} characters is refused")
    @CsvSource({"65536", "2097152"})
    void aUrlThatIsTooLongIsRefused(int length) {
        assertThat(WebUrl.parse("http://example.com/" + "a".repeat(length)))
                .isEqualTo(new ParseResult.Refused(Reason.TOO_LONG));
    }

    @ParameterizedTest(name = "row 43: {0} is not {1}")
    @CsvSource({"/A, /a", "?a=1&b=2, ?b=2&a=1", "//x, /x"})
    void differentLocationsStayDifferent(String one, String other) {
        assertThat(canonical(one)).isNotEqualTo(canonical(other));
    }

    private static String canonical(String rest) {
        return WebUrl.parse("http://example.com" + rest).found().orElseThrow().canonical();
    }
}
