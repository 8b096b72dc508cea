package org.vigie.availability.probe.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.url.PublicSuffixes;

/** Which cookie goes where (RFC 6265, sections 5.3 and 5.4). */
class CookiesTests {

    private static final PublicSuffixes SUFFIXES = PublicSuffixes.bundled();

    @ParameterizedTest(name = "{1} from {0} to {2}: {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "http://a.example.com/x/y, c=1, http://a.example.com/x/z, c=1",
                "http://a.example.com/x/y, c=1, http://a.example.com/other, -",
                "http://a.example.com/x/y, c=1; Path=/, http://a.example.com/other, c=1",
                "http://a.example.com/x, c=1; Path=/x, http://a.example.com/xyz, -",
                "http://a.example.com/, c=1, http://b.example.com/, -",
                "http://a.example.com/, c=1, http://b.a.example.com/, -",
                "http://a.example.com/, c=1; Domain=example.com, http://b.example.com/, c=1",
                "http://a.example.com/, c=1; Domain=.example.com, http://b.example.com/, c=1",
                "http://a.example.com/, c=1; Domain=other.test, http://a.example.com/, -",
                "http://a.example.com/, c=1; Domain=com, http://a.example.com/, -",
                "http://a.example.co.uk/, c=1; Domain=co.uk, http://b.example.co.uk/, -",
                "http://me.github.io/, c=1; Domain=github.io, http://you.github.io/, -",
                "https://a.example.com/, c=1; Secure, http://a.example.com/, -",
                "https://a.example.com/, c=1; Secure, https://a.example.com/, c=1",
                "http://a.example.com/, c=1; Secure, https://a.example.com/, -",
                "http://192.0.2.1/, c=1, http://192.0.2.1/x, c=1",
                "http://192.0.2.1/, c=1; Domain=2.1, http://192.0.2.1/, -",
                "http://192.0.2.1/, c=1, http://192.0.2.2/, -",
                "http://[2001:db8::1]/, c=1, http://[2001:db8::1]/, c=1",
                "http://a.example.com/, c=1; Max-Age=0, http://a.example.com/, -",
                "http://a.example.com/, c=1; HttpOnly; SameSite=Strict, http://a.example.com/, c=1"
            })
    void goesWhereABrowserSendsIt(String from, String set, String to, String sent) {
        var cookies = new Cookies(SUFFIXES);
        var answer = new BasicClassicHttpResponse(302);
        answer.addHeader("Set-Cookie", set);

        cookies.keep(answer, ProbeRig.url(from));

        assertThat(cookies.of(ProbeRig.url(to)).orElse(null)).isEqualTo(sent);
    }
}
