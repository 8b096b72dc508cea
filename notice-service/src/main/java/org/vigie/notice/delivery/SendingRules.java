package org.vigie.notice.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32;

/**
 * How hard it is tried to hand a notice over.
 *
 * @param missing those of {@link #NEEDED} that are not set, in the order in which to set them
 * @param dryRun whether notices are written and none is sent
 * @param deadline by when removal is asked for
 * @param settle how long an uncertain notice rests before it is sent once more
 * @param giveUpAfter since the notice was written, a relay that says not now is taken for a refusal
 * @param connections to the relay at a time
 */
public record SendingRules(
        List<String> missing,
        boolean dryRun,
        Duration deadline,
        Duration settle,
        Duration giveUpAfter,
        int connections) {

    public static final String RELAY = "VIGIE_SMTP";

    /** Settings without which notices wait. */
    public static final List<String> NEEDED = List.of(RELAY, "VIGIE_SENDER");

    public SendingRules {
        missing = List.copyOf(missing);
    }

    /** Whether notices may be sent as far as the settings go. */
    public boolean enabled() {
        return missing.isEmpty();
    }

    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofHours(6));
    private static final double JITTER = 0.2;

    /** When to try again after the given number of attempts; empty if it was tried long enough. */
    public Optional<Instant> again(UUID noticeId, int attempts, Instant writtenAt, Instant now) {
        if (!now.isBefore(writtenAt.plus(giveUpAfter))) {
            return Optional.empty();
        }
        var pause = PAUSES.get(Math.clamp(attempts - 1L, 0, PAUSES.size() - 1));
        return Optional.of(now.plusMillis(Math.round(pause.toMillis() * factor(noticeId, attempts))));
    }

    /** Between 0.8 and 1.2, the same for the same attempt of the same notice. */
    private static double factor(UUID noticeId, int attempts) {
        var hash = new CRC32();
        hash.update((noticeId + "/" + attempts).getBytes(StandardCharsets.UTF_8));
        return 1 - JITTER + 2 * JITTER * (hash.getValue() % 1000) / 1000;
    }
}
