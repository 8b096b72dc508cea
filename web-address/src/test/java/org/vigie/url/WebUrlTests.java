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

/**
 * URLs as a whole: the nasty ones a hotline meets, each with the section of the WHATWG URL Standard that decides it.
 */
class WebUrlTests {

    @ParameterizedTest
    @CsvSource({
        "/#!AAAAAAAA!key1, /#!BBBBBBBB!key2, true",
        "/#%21AAAAAAAA%21key1, /#%21BBBBBBBB%21key2, true",
        "/app#%2Fgallery%2F5, /app#%2Fgallery%2F6, true",
        "/app#/gallery/5, /app#/gallery/6, true",
        "/app#gallery/5, /app#gallery/6, true",
        "/app#id=5, /app#id=6, true",
        "/app#5, /app#6, true",
        "/f#aB3dE5gH, /f#aB3dE5gX, true",
        "/p#sec1, /p#sec2, false",
        "/p#Section_2-3, /p, false",
        "/p#Section20, /p, false",
        "/p#:~:text=one, /p#:~:text=two, false",
        "/p#sec1:~:text=a/b, /p#sec1, false",
        "/app#/5:~:text=one, /app#/5, false",
        "/v.mp4#t=10, /v.mp4#t=20&xywh=1, false",
        "/f.pdf#page=3, /f.pdf#page=4&zoom=1, false",
        "/p#3fa9c1d2e4b5, /p#3fa9c1d2e4b6, true",
        "/p#6f1c2d3e-0a1b-4c2d-8e3f-0123456789ab, /p#6f1c2d3e-0a1b-4c2d-8e3f-0123456789ac, true",
        "/k#-1001234567890, /k#-1001234567891, true",
        "/k#@one, /k#@other, true",
        "/f#kL3-9_abcDEFghi, /f#kL3-9_abcDEFghj, true",
        "/f#a8f3k2m9q1, /f#a8f3k2m9q2, true",
        "/f#JBSWY3DP5X2A, /f#JBSWY3DP5X2B, true",
        "/p#Chapter-1-The-End, /p#Chapter-2-The-End, false",
        "/p#part2_of_3, /p, false",
        "/g#photo-5, /g#photo-6, true",
        "/g#img12, /g#img13, true",
        "/g#a.jpg, /g#b.jpg, true",
        "/g#lightbox[x]/5, /g#lightbox[x]/6, true",
        "/p#comment-12, /p#comment-13, false",
        "/p#L10, /p#L20, false",
        "/p#!, /p, false",
        "/p#!/, /p#/, false",
        "/p#, /p, false",
    })
    void aFragmentTellsContentsApartWhereAProgramReadsIt(String one, String other, boolean apart) {
        assertThat(!url("http://h.test" + one)
                        .contentKey()
                        .equals(url("http://h.test" + other).contentKey()))
                .isEqualTo(apart);
        assertThat(url("http://h.test" + one).leadsByFragment()).isEqualTo(apart || one.contains("#/5"));
    }

    @Test
    void theExactUrlKeepsItsFragmentAndTheServerIsAskedWithoutIt() {
        var url = url("http://u:p@H.test:80/app?a=%7e#/gallery/5");

        assertThat(url.exact()).isEqualTo("http://h.test/app?a=~#/gallery/5");
        assertThat(url.canonical()).isEqualTo("http://h.test/app?a=~");
        assertThat(url.requestTarget()).isEqualTo("/app?a=%7e");
    }

    @Test
    void givesOneCanonicalFormToOneLocation() {
        var url = url("HTTP://user:secret@EXAMPLE.com:80/%7Efoo/../a%2fb/%c3%a9?q=%7e&b=2#c");

        assertThat(url.canonical()).isEqualTo("http://example.com/a%2Fb/%C3%A9?q=~&b=2");
        assertThat(url("HTTP://EXAMPLE.com:80/%7Efoo/../a?b#c").canonical()).isEqualTo("http://example.com/a?b");
    }

    @ParameterizedTest
    @CsvSource({
        "http://example.com/A, http://example.com/a",
        "http://example.com/?a=1&b=2, http://example.com/?b=2&a=1",
        "http://example.com//x, http://example.com/x",
        "http://example.com/, https://example.com/",
        "http://example.com/, http://www.example.com/",
        "http://example.com/x, http://example.com/x/",
        "http://example.com/x, http://example.com/x?",
        "http://example.com:443/, http://example.com/",
        "http://example.com/a%2Fb, http://example.com/a/b",
    })
    void keepsDifferentLocationsApart(String one, String other) {
        assertThat(url(one).canonical()).isNotEqualTo(url(other).canonical());
    }

    /** Decoding must not make a triplet that was none, or the canonical form would lead elsewhere. */
    @ParameterizedTest
    @CsvSource({"/%%34%31, /%%341", "/%4%31, /%4%31", "/%%37e, /%%37e", "/%25%34%31, /%2541", "/%2%2e, /%2."})
    void decodesNothingIntoANewTriplet(String path, String canonicalPath) {
        var canonical = url("http://example.com" + path).canonical();

        assertThat(canonical).isEqualTo("http://example.com" + canonicalPath);
        assertThat(url(canonical).canonical()).isEqualTo(canonical);
    }

    @Test
    void remembersTheTrailingDotAndLeavesItOutOfKeys() {
        var url = url("http://example.com./");

        assertThat(url.host().text()).isEqualTo("example.com.");
        assertThat(url.hostWithoutDot()).isEqualTo("example.com");
        assertThat(url.canonical()).isEqualTo("http://example.com/");
        assertThat(url.href()).isEqualTo("http://example.com./");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://./", "http://../", "http://a../"})
    void keepsDotsThatAreNotJustTheRoot(String text) {
        assertThat(url(text).canonical()).isEqualTo(text);
    }

    @Test
    void knowsThePortToConnectTo() {
        assertThat(url("http://example.com/").port()).isEqualTo(80);
        assertThat(url("https://example.com/").port()).isEqualTo(443);
        assertThat(url("http://example.com:443/").port()).isEqualTo(443);
        assertThat(url("http://example.com:0/").port()).isZero();
        assertThat(url("http://example.com:00000000000000000080/").href()).isEqualTo("http://example.com/");
        assertThat(url("http://example.com:/").href()).isEqualTo("http://example.com/");
    }

    /** Section 4.4, port state. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com:65536/",
                "http://example.com:999999",
                "http://example.com:4294967376/",
                "http://example.com:b",
                "http://example.com:-1/",
                "http://example.com:８０/",
                "http://[::1]:3:4/"
            })
    void refusesPortsThatAreNone(String text) {
        assertThat(refusal(text)).isEqualTo(Reason.INVALID_PORT);
    }

    /**
     * Section 4.4, authority state: the last at sign counts, and backslash, question mark and hash end the authority.
     */
    @ParameterizedTest
    @CsvSource({
        "http://user:pass@evil.example@good.example/, good.example, /",
        "http://good.example\\@evil.example/, good.example, /@evil.example/",
        "'http://evil.example#@good.example/', evil.example, /",
        "http://evil.example?@good.example, evil.example, /",
    })
    void findsTheHostThatBrowsersAsk(String text, String host, String path) {
        assertThat(hostOf(text)).isEqualTo(host);
        assertThat(url(text).path()).isEqualTo(path);
    }

    @Test
    void keepsUserinfoAsEvidenceOnly() {
        var url = url("http://us er:p:w@example.com/x");

        assertThat(url.userinfo()).isEqualTo("us%20er:p%3Aw");
        assertThat(url.canonical()).isEqualTo("http://example.com/x");
    }

    /** Section 4.4, special authority ignore slashes state. */
    @ParameterizedTest
    @CsvSource({
        "'http:\\\\example.com\\a', http://example.com/a",
        "http:///example.com/, http://example.com/",
        "http:example.com, http://example.com/",
        "http:/example.com, http://example.com/",
        "https:\\/example.com, https://example.com/",
    })
    void repairsSlashes(String text, String href) {
        assertThat(url(text).href()).isEqualTo(href);
    }

    /** Section 4.4, steps 1 to 3. */
    @Test
    void dropsTabsLineEndsAndWhatSurroundsTheUrl() {
        assertThat(url("  \u0000http://exa\tmple.com/\r\n a\n\u001f").href()).isEqualTo("http://example.com/%20a");
    }

    @ParameterizedTest
    @CsvSource({
        "/%zz, /%zz",
        "/a|b, /a|b",
        "/a b, /a%20b",
        "/%, /%",
        "/?q=%E0%A4%A, /?q=%E0%A4%A",
        "/?it's, /?it%27s",
        "/{^}, /%7B%5E%7D",
        "/é, /%C3%A9",
        "/%2e%2E/.%2e/a, /a",
        "/a/., /a/",
        "'/a\\b', /a/b",
        "/\uD800, /%EF%BF%BD",
    })
    void asksForThePathByteForByteAsBrowsersDo(String given, String asked) {
        assertThat(url("http://example.com" + given).requestTarget()).isEqualTo(asked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:image/png;base64,AAAA",
                "file:///etc/passwd",
                "ftp://example.com/",
                "ws://example.com/",
                "magnet:?xt=urn:btih:0",
                "httpss://example.com/"
            })
    void refusesOtherSchemes(String text) {
        assertThat(refusal(text)).isEqualTo(Reason.UNSUPPORTED_SCHEME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "example.com", "//example.com/", "/a", "?", "#", "1http://example.com/", "://x"})
    void refusesWhatIsNotAbsolute(String text) {
        assertThat(refusal(text)).isEqualTo(Reason.NOT_ABSOLUTE);
    }

    @Test
    void refusesWhatIsTooLong() {
        var longest = "http://example.com/" + "a".repeat(WebUrl.MAX_LENGTH - 19);

        assertThat(url(longest).href()).isEqualTo(longest);
        assertThat(refusal(longest + "a")).isEqualTo(Reason.TOO_LONG);
        assertThat(refusal("http://example.com/" + "é".repeat(WebUrl.MAX_LENGTH / 2)))
                .isEqualTo(Reason.TOO_LONG);
        assertThat(refusal(" ".repeat(2 << 20) + "http://example.com/")).isEqualTo(Reason.TOO_LONG);
        assertThat(refusal("data:" + "A".repeat(2 << 20))).isEqualTo(Reason.TOO_LONG);
    }

    /** Section 4.4, the relative states; what redirects do. */
    @ParameterizedTest
    @CsvSource({
        "c, http://example.com/a/c",
        "../c?d, http://example.com/c?d",
        "/c, http://example.com/c",
        "//192.0.2.1, http://192.0.2.1/",
        "'\\\\other.example\\x', http://other.example/x",
        "?d, http://example.com/a/b?d",
        "'#d', http://example.com/a/b?q#d",
        "'', http://example.com/a/b?q",
        "http:c, http://example.com/a/c",
        "http:/c, http://example.com/c",
        "https:c, https://c/",
        "https:/c, https://c/",
    })
    void readsRelativeUrls(String target, String href) {
        var base = url("http://example.com/a/b?q#f");

        assertThat(WebUrl.parse(target, base).found()).hasValue(url(href));
    }

    @Test
    void refusesRedirectsToOtherSchemes() {
        assertThat(WebUrl.parse("file:///etc/passwd", url("http://example.com/")))
                .isEqualTo(new ParseResult.Refused(Reason.UNSUPPORTED_SCHEME));
    }

    @Test
    void showsNothingOfItselfInText() {
        var secret = "secret-label";
        var result = WebUrl.parse("http://" + secret + ".example.com/" + secret);

        assertThat(result.toString()).isEqualTo("Parsed[url=WebUrl[DOMAIN]]");
        assertThat(WebUrl.parse("http://" + secret + " x/").toString()).isEqualTo("Refused[reason=INVALID_HOST]");
        assertThat(url("http://" + secret + ".example.com/").host().toString()).isEqualTo("Domain[DOMAIN]");
        assertThat(url("http://192.0.2.7/").host().toString()).doesNotContain("192");
        assertThat(url("http://[2001:db8::7]/").host().toString()).doesNotContain("db8");
        assertThat(Refanged.of("hxxp://" + secret + "[.]com").toString()).doesNotContain(secret);
    }
}
