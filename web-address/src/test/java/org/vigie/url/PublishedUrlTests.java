package org.vigie.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.vigie.url.ParseResult.Parsed;
import tools.jackson.databind.JsonNode;

/** The URL cases of web-platform-tests. */
class PublishedUrlTests {

    private static final Pattern ABSOLUTE =
            Pattern.compile("^[\\x00-\\x20]*https?:.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    @Test
    void readsEveryAbsoluteUrlAsBrowsersDo() {
        var cases = cases(test -> !hasWebBase(test) && isAbsolute(test));

        assertThat(wrong(cases)).isEmpty();
        System.out.println("urltestdata.json: " + cases.size() + " absolute http(s) cases without an http(s) base ("
                + cases.stream()
                        .filter(test -> test.path("base").isNull() || base(test).equals("about:blank"))
                        .count()
                + " of them with a null or about:blank base), 0 wrong");
        assertThat(cases).hasSizeGreaterThan(250);
    }

    @Test
    void readsEveryUrlWithAWebBaseAsBrowsersDo() {
        var cases = cases(PublishedUrlTests::hasWebBase);

        assertThat(wrong(cases)).isEmpty();
        System.out.println("urltestdata.json: " + cases.size() + " cases with an http(s) base, 0 wrong");
        assertThat(cases).hasSizeGreaterThan(150);
    }

    @Test
    void refusesEveryOtherScheme() {
        var cases = cases(test -> !hasWebBase(test) && !isAbsolute(test));

        assertThat(cases).noneMatch(test -> WebUrl.parse(input(test)) instanceof Parsed);
        System.out.println("urltestdata.json: " + cases.size() + " cases of other schemes or without any, 0 accepted");
    }

    @Test
    void readsWhatItSerialisesAsTheSameUrl() {
        for (var test : cases(PublishedUrlTests::isAbsolute)) {
            WebUrl.parse(input(test)).found().ifPresent(url -> {
                assertThat(WebUrl.parse(url.href())).isEqualTo(new Parsed(url));
                var canonical = WebUrl.parse(url.canonical()).found().orElseThrow();
                assertThat(canonical.canonical()).isEqualTo(url.canonical());
                var refanged = Refanged.of(Defanged.of(url));
                assertThat(refanged.changed()).isTrue();
                assertThat(WebUrl.parse(refanged.text()).found().orElseThrow().canonical())
                        .isEqualTo(url.canonical());
            });
        }
    }

    private static List<JsonNode> cases(Predicate<JsonNode> wanted) {
        return Vectors.cases("url/urltestdata.json").stream().filter(wanted).toList();
    }

    private static List<String> wrong(List<JsonNode> cases) {
        var wrong = new ArrayList<String>();
        for (var test : cases) {
            var expected = expected(test);
            var actual = parse(test).found().map(PublishedUrlTests::parts).orElse("refused");
            if (!actual.equals(expected)) {
                wrong.add(input(test) + " on " + base(test) + ": expected " + expected + ", was " + actual);
            }
        }
        return wrong;
    }

    private static ParseResult parse(JsonNode test) {
        return hasWebBase(test)
                ? WebUrl.parse(input(test), WebUrl.parse(base(test)).found().orElseThrow())
                : WebUrl.parse(input(test));
    }

    private static String expected(JsonNode test) {
        if (test.path("failure").booleanValue(false)
                || !test.path("protocol").stringValue("").startsWith("http")) {
            return "refused";
        }
        return String.join(
                " | ",
                test.get("href").stringValue(),
                test.get("hostname").stringValue(),
                test.get("port").stringValue(),
                test.get("pathname").stringValue(),
                test.get("search").stringValue());
    }

    private static String parts(WebUrl url) {
        return String.join(
                " | ",
                url.href(),
                url.host().text(),
                url.port() == url.scheme().defaultPort() ? "" : Integer.toString(url.port()),
                url.path(),
                url.query()
                        .filter(query -> !query.isEmpty())
                        .map(query -> "?" + query)
                        .orElse(""));
    }

    private static boolean isAbsolute(JsonNode test) {
        return ABSOLUTE.matcher(input(test).replaceAll("[\\t\\n\\r]", "")).matches();
    }

    private static boolean hasWebBase(JsonNode test) {
        return base(test).startsWith("http://") || base(test).startsWith("https://");
    }

    private static String input(JsonNode test) {
        return test.get("input").stringValue();
    }

    private static String base(JsonNode test) {
        return test.path("base").stringValue("");
    }
}
