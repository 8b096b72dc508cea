package org.vigie.metrics.statistics;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTests {

    @ParameterizedTest
    @CsvSource({
        "0, 10, 0, .2775327999",
        "1, 10, .0178762131, .4041500268",
        "5, 10, .2365930905, .7634069095",
        "10, 10, .7224672001, 1",
        "125906, 143892, .8732846871, .8767022403"
    })
    void agreesWithWilson(long part, long of, double lower, double upper) {
        var interval = requireNonNull(new Share(part, of).interval());

        assertThat(interval.lower()).isCloseTo(lower, within(1e-10));
        assertThat(interval.upper()).isCloseTo(upper, within(1e-10));
    }

    @Test
    void isThePartOfTheWhole() {
        assertThat(new Share(125_906, 143_892).value()).isCloseTo(.8750034748, within(1e-10));
    }

    @Test
    void saysNothingOfNone() {
        assertThat(new Share(0, 0).value()).isNull();
        assertThat(new Share(0, 0).interval()).isNull();
    }
}
