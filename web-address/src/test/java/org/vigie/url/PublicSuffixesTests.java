package org.vigie.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Registrable domains by the list of this build (publicsuffix.org, "Algorithm" and "Format"). */
class PublicSuffixesTests {

    private static final PublicSuffixes SUFFIXES = PublicSuffixes.bundled();

    @ParameterizedTest
    @CsvSource({
        "www.example.com, com, ICANN, example.com, example.com",
        "example.com., com, ICANN, example.com, example.com",
        "foo.unlistedtld, unlistedtld, UNLISTED, foo.unlistedtld, foo.unlistedtld",
        "a.co.uk, co.uk, ICANN, a.co.uk, a.co.uk",
        "食狮.公司.cn, xn--55qx5d.cn, ICANN, xn--85x722f.xn--55qx5d.cn, xn--85x722f.xn--55qx5d.cn",
        "user.github.io, github.io, PRIVATE, user.github.io, github.io",
        "a.user.github.io, github.io, PRIVATE, user.github.io, github.io",
        "b.s3.eu-west-1.amazonaws.com, s3.eu-west-1.amazonaws.com, PRIVATE, b.s3.eu-west-1.amazonaws.com, amazonaws.com",
        "x.pages.dev, pages.dev, PRIVATE, x.pages.dev, pages.dev",
        "x.workers.dev, workers.dev, PRIVATE, x.workers.dev, workers.dev",
        "x.r2.dev, r2.dev, PRIVATE, x.r2.dev, r2.dev",
        "x.web.app, web.app, PRIVATE, x.web.app, web.app",
        "d111.cloudfront.net, cloudfront.net, PRIVATE, d111.cloudfront.net, cloudfront.net",
        "www.ck, ck, ICANN, www.ck, www.ck",
        "a.www.ck, ck, ICANN, www.ck, www.ck",
        "a.foo.ck, foo.ck, ICANN, a.foo.ck, a.foo.ck",
        "city.kobe.jp, kobe.jp, ICANN, city.kobe.jp, city.kobe.jp",
        "a.b.c.kobe.jp, c.kobe.jp, ICANN, b.c.kobe.jp, b.c.kobe.jp",
    })
    void findsSuffixAndRegistrableDomain(
            String name, String suffix, PublicSuffix.Section section, String registrable, String icannRegistrable) {
        var host = Host.parse(name).orElseThrow();

        assertThat(SUFFIXES.suffix(host)).hasValueSatisfying(found -> {
            assertThat(found.name()).isEqualTo(suffix);
            assertThat(found.section()).isEqualTo(section);
        });
        assertThat(SUFFIXES.registrableDomain(host)).hasValue(registrable);
        assertThat(SUFFIXES.icannRegistrableDomain(host)).hasValue(icannRegistrable);
    }

    @ParameterizedTest
    @CsvSource({
        "user.github.io, 'GitHub, Inc.'",
        "x.pages.dev, 'Cloudflare, Inc.'",
        "a.b.dev.adobeaemcloud.com, Adobe",
        "a.b.s3.amazonaws.com, Amazon S3",
    })
    void namesWhoHandsOutAPrivateSuffixAsTheListDoes(String name, String operator) {
        assertThat(SUFFIXES.suffix(Host.parse(name).orElseThrow()))
                .hasValueSatisfying(suffix -> assertThat(suffix.operator()).isEqualTo(operator));
    }

    @Test
    void namesNobodyForARegistrysSuffix() {
        assertThat(SUFFIXES.suffix(new Host.Domain("a.co.uk")))
                .hasValueSatisfying(suffix -> assertThat(suffix.operator()).isNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"com", "co.uk", "github.io", "foo.ck", "c.kobe.jp", "unlistedtld", "com."})
    void findsNothingRegistrableInASuffix(String name) {
        assertThat(SUFFIXES.registrableDomain(Host.parse(name).orElseThrow())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.168.0.1", "[2001:db8::1]", "foo..com", ".com", ".", "example.com.."})
    void knowsNoSuffixOfAddressesAndBrokenNames(String name) {
        var host = Host.parse(name).orElseThrow();

        assertThat(SUFFIXES.suffix(host)).isEmpty();
        assertThat(SUFFIXES.icannRegistrableDomain(host)).isEmpty();
        assertThat(SUFFIXES.registrableDomain(host)).isEmpty();
    }

    @Test
    void saysWhichListItIs() {
        assertThat(SUFFIXES.version())
                .hasValueSatisfying(version -> assertThat(version).startsWith("20"));
        assertThat(SUFFIXES.size()).isGreaterThan(9000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>\n<p>not found</p>",
                "com\norg\n",
                "// ===BEGIN ICANN DOMAINS===\ncom\n",
                "// ===BEGIN ICANN DOMAINS===\nco m\na.*.b\n// ===END ICANN DOMAINS==="
            })
    void refusesWhatIsNotAWholeList(String list) {
        assertThatExceptionOfType(InvalidSuffixList.class)
                .isThrownBy(() -> PublicSuffixes.read(new StringReader(list)))
                .withMessageContaining("line");
    }

    @Test
    void readsAListOfOnesOwn() throws IOException {
        var list = """
                // VERSION: of mine
                // ===BEGIN ICANN DOMAINS===
                com
                // ===END ICANN DOMAINS===
                // ===BEGIN PRIVATE DOMAINS===
                *.host.com
                !www.host.com
                // ===END PRIVATE DOMAINS===
                """;
        var suffixes = PublicSuffixes.read(new StringReader(list));

        assertThat(suffixes.version()).hasValue("of mine");
        assertThat(suffixes.size()).isEqualTo(3);
        assertThat(suffixes.registrableDomain(new Host.Domain("a.b.c.host.com")))
                .hasValue("b.c.host.com");
        assertThat(suffixes.registrableDomain(new Host.Domain("a.www.host.com")))
                .hasValue("www.host.com");
        assertThat(suffixes.icannRegistrableDomain(new Host.Domain("a.b.c.host.com")))
                .hasValue("host.com");
    }
}
