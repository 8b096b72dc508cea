package org.vigie.support.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.events.availability.Watermark;

class JustStoredTests {

    private final JustStored<Watermark> justStored = new JustStored<>(Watermark::version);

    /** Two threads that store one after the other may come here in the other order. */
    @Test
    void keepsTheLaterVersionWhicheverComesFirst() {
        justStored.add("3", new Watermark(3, 2));
        justStored.add("3", new Watermark(3, 1));
        justStored.add("4", new Watermark(4, 1));
        justStored.add("4", new Watermark(4, 2));

        assertThat(justStored.take(List.of("3", "4", "5")))
                .containsEntry("3", new Watermark(3, 2))
                .containsEntry("4", new Watermark(4, 2))
                .hasSize(2);
    }

    @Test
    void givesEachOnce() {
        justStored.add("3", new Watermark(3, 1));
        justStored.add("4", new Watermark(4, 1));
        justStored.forget("4");

        assertThat(justStored.take(List.of("3"))).hasSize(1);
        assertThat(justStored.take(List.of("3", "4"))).isEmpty();
    }

    /** One that finds no room must not leave an older version behind. */
    @Test
    void isBounded() {
        for (int i = 0; i < 1_000; i++) {
            justStored.add(Integer.toString(i), new Watermark(i, 1));
        }
        justStored.add("0", new Watermark(0, 2));

        assertThat(justStored.take(List.of("0", "999"))).isEmpty();
        assertThat(justStored.take(List.of("1", "2"))).hasSize(2);
    }
}
