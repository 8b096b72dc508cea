package org.vigie.notice.neighbours.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.notice.neighbours.Reading;

/** What Prometheus is told, read as Prometheus reads it. */
class MeterTextTests {

    @Test
    void readsNamesLabelsAndNumbers() {
        var read = MeterText.read("""
                # HELP a_total Something {not="a label"}.
                # TYPE a_total counter
                a_total{topic="x",other="a, \\"b\\" \\\\n c\\nd}"} 3.0
                b 1.5E7
                c{d="}"} +Inf 1700000000000
                e -Inf
                f{} NaN
                """);

        assertThat(read)
                .containsExactly(
                        new Reading("a_total", Map.of("topic", "x", "other", "a, \"b\" \\n c\nd}"), 3),
                        new Reading("b", Map.of(), 15_000_000),
                        new Reading("c", Map.of("d", "}"), Double.POSITIVE_INFINITY),
                        new Reading("e", Map.of(), Double.NEGATIVE_INFINITY),
                        new Reading("f", Map.of(), Double.NaN));
    }

    @Test
    void leavesOutWhatIsNoReading() {
        assertThat(MeterText.read("<html>\n\nno number\nx{y=\"z\"\nq 1 2 3\n9a 1"))
                .isEmpty();
    }
}
