package org.vigie.support.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.events.availability.Watermark;
import org.vigie.support.copies.Copies.Kept;

/** What every {@link Copies} promises. */
public interface CopiesContract {

    Copies<Watermark> copies();

    @Test
    default void keepsTheFirstVersion() {
        var id = UUID.randomUUID().toString();

        assertThat(copies().keep(id, 1, new Watermark(3, 1))).isEqualTo(new Kept<>(true, null));

        assertThat(copies().find(id)).contains(new Watermark(3, 1));
        assertThat(copies().all()).contains(new Watermark(3, 1));
    }

    @Test
    default void aNewerVersionReplacesAnOlderOne() {
        var id = UUID.randomUUID().toString();
        copies().keep(id, 1, new Watermark(3, 1));
        assertThat(copies().find(id)).contains(new Watermark(3, 1));

        assertThat(copies().keep(id, 5, new Watermark(3, 5))).isEqualTo(new Kept<>(true, new Watermark(3, 1)));

        assertThat(copies().find(id)).contains(new Watermark(3, 5));
    }

    @Test
    default void aRepeatAndAnOlderVersionChangeNothing() {
        var id = UUID.randomUUID().toString();
        copies().keep(id, 5, new Watermark(3, 5));

        assertThat(copies().keep(id, 5, new Watermark(4, 5))).isEqualTo(new Kept<>(false, null));
        assertThat(copies().keep(id, 4, new Watermark(3, 4))).isEqualTo(new Kept<>(false, null));

        assertThat(copies().find(id)).contains(new Watermark(3, 5));
    }

    @Test
    default void theHighestVersionWinsHoweverManyComeAtOnce() {
        var id = UUID.randomUUID().toString();

        CompletableFuture.allOf(IntStream.rangeClosed(1, 20)
                        .mapToObj(version ->
                                CompletableFuture.runAsync(() -> copies().keep(id, version, new Watermark(3, version))))
                        .toArray(CompletableFuture[]::new))
                .join();
        copies().keep(id, 20, new Watermark(3, 20));

        assertThat(copies().find(id)).contains(new Watermark(3, 20));
    }

    @Test
    default void whatWasNeverSeenIsAbsent() {
        assertThat(copies().find(UUID.randomUUID().toString())).isEmpty();
    }
}
