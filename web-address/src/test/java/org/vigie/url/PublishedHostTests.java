package org.vigie.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The IDNA cases of web-platform-tests and of Unicode, as hosts of URLs. */
class PublishedHostTests {

    @Test
    void readsTheNamesOfToAscii() {
        assertThat(wrong("url/toascii.json")).isEmpty();
    }

    @Test
    void readsTheNamesOfUnicode() {
        assertThat(wrong("url/IdnaTestV2.json")).isEmpty();
    }

    @Test
    void knowsWhichNamesTheNameSystemCannotHold() {
        for (var test : Vectors.cases("url/verifydnslength_tests.json")) {
            var fits = WebUrl.parse(test.get("input").stringValue())
                    .found()
                    .map(WebUrl::host)
                    .filter(host -> host instanceof Host.Domain domain && domain.fitsDns());

            assertThat(fits.isEmpty())
                    .as(test.get("input").stringValue())
                    .isEqualTo(test.path("failure").booleanValue(false));
        }
    }

    private static List<String> wrong(String file) {
        var cases = Vectors.cases(file).stream()
                .filter(test -> !test.get("input").stringValue().isEmpty()) // UTS 46 alone lets it pass; no URL has it
                .toList();
        var wrong = new ArrayList<String>();
        for (var test : cases) {
            var input = test.get("input").stringValue();
            var expected = test.path("output").isNull()
                    ? "refused"
                    : test.get("output").stringValue();
            var actual = WebUrl.parse("https://" + encoded(test) + "/x")
                    .found()
                    .map(url -> url.host().text())
                    .orElse("refused");
            if (!actual.equals(expected)) {
                wrong.add(escaped(input) + ": expected " + expected + ", was " + actual);
            }
        }
        System.out.println(file + ": " + cases.size() + " cases, " + wrong.size() + " wrong");
        return wrong;
    }

    /** Percent-encoded as the runner of web-platform-tests does, so that no character ends the host early. */
    private static String encoded(JsonNode test) {
        return PercentEncoding.encode(test.get("input").stringValue(), PercentEncoding.Set.USERINFO);
    }

    private static String escaped(String text) {
        var escaped = new StringBuilder();
        text.codePoints()
                .forEach(c -> escaped.append(c > 0x20 && c < 0x7f ? Character.toString(c) : "\\u{%x}".formatted(c)));
        return escaped.toString();
    }
}
