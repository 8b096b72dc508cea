package org.vigie.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.url.Urls.hostOf;
import static org.vigie.url.Urls.refusal;
import static org.vigie.url.Urls.url;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.url.ParseResult.Reason;

/** Hosts (WHATWG URL Standard, sections 3.3 to 3.6). */
class HostTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0x7f.1",
                "2130706433",
                "0177.0.0.1",
                "127.1",
                "017700000001",
                "0x7F000001",
                "127.0.0.1.",
                "127.0x.0.1",
                "１２７.０.０.１",
                "%31%32%37.0.0.1",
                "127。0。0。1"
            })
    void readsEverySpellingOfAnIpv4Address(String host) {
        var parsed = url("http://" + host + "/").host();

        assertThat(parsed.text()).isEqualTo("127.0.0.1");
        assertThat(parsed.kind()).isEqualTo(HostKind.IPV4);
    }

    @Test
    void readsFullWidthHexadecimal() {
        assertThat(hostOf("http://０Ｘｃ０．０２５０．０１/")).isEqualTo("192.168.0.1");
        assertThat(hostOf("http://255.255.255.255/")).isEqualTo("255.255.255.255");
        assertThat(hostOf("http://4294967295/")).isEqualTo("255.255.255.255");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.2.3.08",
                "256.256.256.256",
                "4294967296",
                "1.1.1.1.1",
                "1..2",
                "0x1ffffffff",
                "09",
                "example.1",
                "example.0x1",
                "99999999999999999999999999"
            })
    void refusesNumbersThatAreNoIpv4Address(String host) {
        assertThat(refusal("http://" + host + "/")).isEqualTo(Reason.INVALID_HOST);
    }

    @ParameterizedTest
    @CsvSource({
        "[::1], [::1]",
        "[::ffff:127.0.0.1], [::ffff:7f00:1]",
        "[::127.0.0.1], [::7f00:1]",
        "[64:FF9B::A9FE:A9FE], [64:ff9b::a9fe:a9fe]",
        "[1:0:0:4:0:0:0:8], [1:0:0:4::8]",
        "[1:0:0:4:5:0:0:8], [1::4:5:0:0:8]",
        "[0:1:2:3:4:5:6:7], [0:1:2:3:4:5:6:7]",
        "[1:2:3:4:5:6:7::], [1:2:3:4:5:6:7:0]",
        "[::], [::]",
    })
    void readsAndWritesIpv6(String given, String written) {
        assertThat(hostOf("http://" + given + "/")).isEqualTo(written);
        assertThat(url("http://" + given + "/").host().kind()).isEqualTo(HostKind.IPV6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[fe80::1%25lo]",
                "[1::2::3]",
                "[::1",
                "::1]",
                "[]",
                "[:]",
                "[:1::]",
                "[1:2:3:4:5:6:7]",
                "[1:2:3:4:5:6:7:8:9]",
                "[1:2:3:4:5:6:7:8::]",
                "[12345::]",
                "[::1.2.3]",
                "[::1.2.3.04]",
                "[::1.2.3.256]",
                "[1:2:3:4:5:6:7:1.2.3.4]",
                "[::.1.2.3]",
                "[::1.2.3.4:5]",
                "[::1]x",
                "[1:]"
            })
    void refusesWhatIsNoIpv6Address(String host) {
        assertThat(WebUrl.parse("http://" + host + "/")).isInstanceOf(ParseResult.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exa mple.com",
                "a<b",
                "ho%3Cst",
                "a%00b",
                "a%b",
                "",
                "a^b",
                "%EF%BF%BD",
                "%ff",
                "a\u202eb",
                "\u00ad"
            })
    void refusesWhatIsNoName(String host) {
        assertThat(refusal("http://" + host)).isEqualTo(Reason.INVALID_HOST);
    }

    /** RFC 5893, section 2; UTS 46, section 4.1; and U+190EA, in punycode too, which Unicode 18 brought. */
    @ParameterizedTest
    @ValueSource(
            strings = {"1.א.example", "a\u200db.example", "xn--0x7f.é.example", "\ud824\udcea.example", "\u0301.example"
            })
    void refusesNamesThatBreakTheRulesOfTheirScript(String host) {
        assertThat(refusal("http://" + host)).isEqualTo(Reason.INVALID_HOST);
    }

    @ParameterizedTest
    @CsvSource({
        "a_b.example.com, a_b.example.com",
        "-bad-.com, -bad-.com",
        "xn--, xn--",
        "XN--pokxncvks, xn--pokxncvks",
        "faß.de, xn--fa-hia.de",
        "食狮.公司.cn, xn--85x722f.xn--55qx5d.cn",
        "ｅｘａｍｐｌｅ。com, example.com",
        "exa\u00admple.com, example.com",
        "раypal.com, xn--ypal-43d9g.com",
        "EXAMPLE.COM, example.com",
        "%65xample.com, example.com",
        "İ.example.com, xn--i-9bb.example.com",
    })
    void readsNamesAsRegistriesHoldThem(String given, String ascii) {
        assertThat(hostOf("http://" + given + "/")).isEqualTo(ascii);
    }

    @Test
    void readsNamesThatTheNameSystemCannotHold() {
        var label64 = "a".repeat(64);
        var name254 = "a.".repeat(126) + "aa";

        assertThat(fitsDns("foo..com")).isFalse();
        assertThat(fitsDns(label64 + ".com")).isFalse();
        assertThat(fitsDns(name254)).isFalse();
        assertThat(fitsDns("example.com..")).isFalse();
        assertThat(fitsDns(".")).isFalse();
        assertThat(fitsDns(label64.substring(1) + ".com")).isTrue();
        assertThat(fitsDns(name254.substring(1).substring(1) + ".")).isTrue();
    }

    private static boolean fitsDns(String name) {
        return url("http://" + name + "/").host() instanceof Host.Domain domain && domain.fitsDns();
    }

    @ParameterizedTest
    @CsvSource({
        "example.com, DOMAIN",
        "foo.unlistedtld, DOMAIN",
        "x.onion.ws, DOMAIN",
        "x.tor2web.io, DOMAIN",
        "notlocalhost.com, DOMAIN",
        "localhost, SPECIAL_USE",
        "localhost., SPECIAL_USE",
        "a.localhost, SPECIAL_USE",
        "intranet, SPECIAL_USE",
        "com, SPECIAL_USE",
        "x.local, SPECIAL_USE",
        "x.internal, SPECIAL_USE",
        "x.test, SPECIAL_USE",
        "x.invalid, SPECIAL_USE",
        "x.example, SPECIAL_USE",
        "x.home.arpa, SPECIAL_USE",
        "x.i2p, SPECIAL_USE",
        "x.alt, SPECIAL_USE",
        "aaaqeayeaudaocajbifqydiob4ibceqtcqkrmfyydenbwha5dyp3kead.onion, ONION_V3",
        "www.AAAQEAYEAUDAOCAJBIFQYDIOB4IBCEQTCQKRMFYYDENBWHA5DYP3KEAD.onion., ONION_V3",
        "baaqeayeaudaocajbifqydiob4ibceqtcqkrmfyydenbwha5dyp3kead.onion, ONION_INVALID",
        "aaaqeayeaudaocajbifqydiob4ibceqtcqkrmfyydenbwha5dyp3keae.onion, ONION_INVALID",
        "1aaqeayeaudaocajbifqydiob4ibceqtcqkrmfyydenbwha5dyp3kead.onion, ONION_INVALID",
        "xmhqwe3rnw6insl2.onion, ONION_V2",
        "xmhqwe3rnw6insl1.onion, ONION_INVALID",
        "short.onion, ONION_INVALID",
        "onion, ONION_INVALID",
    })
    void tellsTheKindOfANameByItsSpelling(String name, HostKind kind) {
        assertThat(url("http://" + name + "/").host().kind()).isEqualTo(kind);
    }

    @Test
    void comparesNamesByWholeLabels() {
        var domain = new Host.Domain("i.img.host.example.");

        assertThat(domain.isWithin("host.example")).isTrue();
        assertThat(domain.isWithin("i.img.host.example")).isTrue();
        assertThat(domain.isWithin("st.example")).isFalse();
        assertThat(new Host.Domain("host.example.evil.com").isWithin("host.example"))
                .isFalse();
    }

    @Test
    void givesAddressesWithoutAskingANameServer() {
        assertThat(new Host.Ipv4(0x7f000001).address().getHostAddress()).isEqualTo("127.0.0.1");
        assertThat(new Host.Ipv6(0x2001_0db8_0000_0000L, 1).address().getHostAddress())
                .isEqualTo("2001:db8:0:0:0:0:0:1");
    }
}
