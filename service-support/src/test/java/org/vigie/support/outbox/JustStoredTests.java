package org.vigie.support.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.events.availability.Watermark;

class JustStoredTests {

    private final JustStored<Watermark> justStored = new JustStored<>();

    /** Two threads that store one after the other may come here in the other order. */
    @Test
    void keepsTheLaterVersionWhicheverComesFirst() {
        justStored.add("3", 2, new Watermark(3, 2));
        justStored.add("3", 1, new Watermark(3, 1));
        justStored.add("4", 1, new Watermark(4, 1));
        justStored.add("4", 2, new Watermark(4, 2));

        assertThat(justStored.of(List.of("3", "4", "5"), Map.of("3", 2L, "4", 2L, "5", 1L)))
                .containsEntry("3", new Watermark(3, 2))
                .containsEntry("4", new Watermark(4, 2))
                .hasSize(2);
    }

    /** Another process stored a later version, or published this one: an earlier record must not follow a later. */
    @Test
    void isPublishedOnlyAsTheStoreHasItAndDidNotPublishIt() {
        justStored.add("3", 1, new Watermark(3, 1));
        justStored.add("4", 1, new Watermark(4, 1));

        assertThat(justStored.of(List.of("3", "4"), Map.of("3", 2L))).isEmpty();
        assertThat(justStored.last("3")).contains(new Watermark(3, 1));
    }

    @Test
    void forgets() {
        justStored.add("3", 1, new Watermark(3, 1));
        justStored.forget("3");

        assertThat(justStored.of(List.of("3"), Map.of("3", 1L))).isEmpty();
        assertThat(justStored.last("3")).isEmpty();
    }

    @Test
    void isBounded() {
        for (int i = 0; i < 1_000; i++) {
            justStored.add(Integer.toString(i), 1, new Watermark(i, 1));
        }
        justStored.add("0", 2, new Watermark(0, 2));
        justStored.add("more", 1, new Watermark(1, 1));

        assertThat(justStored.last("0")).contains(new Watermark(0, 2));
        assertThat(justStored.last("1")).isEmpty();
        assertThat(justStored.last("2")).isPresent();
    }
}
