package org.vigie.notice.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How long it is until the next attempt: what the Standard Webhooks specification recommends, three days in all. */
final class Pauses {

    static final Duration FIRST = Duration.ofSeconds(5);

    private static final Duration ALL = Duration.ofDays(3);

    private static final List<Duration> BUT_THE_LAST = List.of(
            FIRST,
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20));

    private Pauses() {}

    /**
     * The pause after so many failures in a row.
     *
     * @param failures at least one
     * @return absent if that was the last attempt
     */
    static Optional<Duration> after(int failures) {
        if (failures <= BUT_THE_LAST.size()) {
            return Optional.of(BUT_THE_LAST.get(failures - 1));
        }
        return failures == BUT_THE_LAST.size() + 1
                ? Optional.of(ALL.minus(BUT_THE_LAST.stream().reduce(Duration.ZERO, Duration::plus)))
                : Optional.empty();
    }
}
