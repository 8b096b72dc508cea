package org.vigie.metrics.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.events.Role;

class BitsTests {

    private enum Four {
        A,
        B,
        C,
        D
    }

    private enum Five {
        A,
        B,
        C,
        D,
        E
    }

    @Test
    void fieldsDoNotTouchEachOther() {
        var layout = new Bits();
        var four = layout.oneOf(Four.values());
        var flag = layout.flag();
        var five = layout.oneOf(Five.values());
        var some = layout.anyOf(Four.values());
        var rest = layout.rest(22);

        for (var one : Four.values()) {
            for (var other : Five.values()) {
                var bits = four.of(one) | flag.of(true) | five.of(other) | some.of(one) | rest.of(3_999_999);

                assertThat(four.in(bits)).isEqualTo(one);
                assertThat(flag.isIn(bits)).isTrue();
                assertThat(five.in(bits)).isEqualTo(other);
                assertThat(Four.values()).allMatch(each -> some.isIn(bits, each) == (each == one));
                assertThat(rest.in(bits)).isEqualTo(3_999_999);
            }
        }
    }

    @Test
    void refusesWhatDoesNotFit() {
        var layout = new Bits();
        IntStream.range(0, 31).forEach(_ -> layout.flag());

        assertThatIllegalStateException()
                .isThrownBy(() -> layout.oneOf(Role.values()))
                .withMessageStartingWith("31 bits are taken");
        assertThatIllegalStateException().isThrownBy(() -> layout.rest(2));
    }
}
