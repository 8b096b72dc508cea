package org.vigie.url;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The percent-encoding cases of web-platform-tests, of which UTF-8 is the one that applies. */
class PublishedPercentEncodingTests {

    @Test
    void encodesUtf8InQueriesAsPublished() {
        for (var test : Vectors.cases("url/percent-encoding.json")) {
            var url = WebUrl.parse("https://example.com/?" + test.get("input").stringValue())
                    .found()
                    .orElseThrow();

            assertThat(url.query()).hasValue(test.get("output").get("utf-8").stringValue());
        }
    }
}
