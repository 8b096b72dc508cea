package org.vigie.notice.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigie.notice.desk.Shift.Day;
import org.vigie.notice.removal.InMemoryCases;
import org.vigie.notice.removal.Milestones;

class ReceivedLatelyTests {

    private static final LocalDate FIRST_DAY = LocalDate.parse("2026-01-05");
    private static final Instant FIRST = FIRST_DAY.atStartOfDay(ZoneOffset.UTC).toInstant();
    private static final Instant NOW = FIRST.plus(Duration.ofDays(13));
    private static final LocalDate TODAY = FIRST_DAY.plusDays(13);

    private final Stored stored = new Stored();
    private final ReceivedLately lately = new ReceivedLately(stored);

    @Test
    void whatWasStoredSinceTakesThePlaceOfWhatWasRead() {
        var one = received(FIRST, null);
        var other = received(FIRST, null);
        stored.put(FIRST, one);
        stored.put(FIRST, other);
        assertThat(lately.since(FIRST_DAY, NOW)).containsExactly(Day.of(FIRST_DAY, List.of(one, other)));

        var verified = new Milestones(one.caseId(), FIRST, NOW, null);
        var another = received(NOW, null);
        stored.put(NOW.plusSeconds(1), verified);
        stored.put(NOW.plusSeconds(2), another);

        assertThat(lately.since(FIRST_DAY, NOW.plusSeconds(2)))
                .containsExactly(Day.of(TODAY, List.of(another)), Day.of(FIRST_DAY, List.of(verified, other)));
    }

    @Test
    void whatWasReceivedOnAnotherDayAfterAllCountsThere() {
        var one = received(NOW, null);
        stored.put(NOW, one);
        lately.since(FIRST_DAY, NOW);
        var earlier = new Milestones(one.caseId(), FIRST, null, null);
        stored.put(NOW.plusSeconds(1), earlier);

        assertThat(lately.since(FIRST_DAY, NOW.plusSeconds(1))).containsExactly(Day.of(FIRST_DAY, List.of(earlier)));
    }

    @Test
    void afterTheFirstTimeOnlyWhatWasStoredLatelyIsRead() {
        stored.put(FIRST, received(FIRST, null));
        lately.since(FIRST_DAY, NOW);
        stored.earliest = Instant.MAX;

        assertThat(lately.since(FIRST_DAY, NOW.plusSeconds(5))).hasSize(1);
        assertThat(stored.earliest).isEqualTo(NOW.minus(Duration.ofMinutes(1)));
    }

    /** Another process stored it by a clock that differs, or its write took a while. */
    @Test
    void whatCanBeReadALittleLaterThanItsInstantIsFound() {
        lately.since(FIRST_DAY, NOW);
        var late = received(NOW, null);
        stored.put(NOW.minusSeconds(30), late);
        var ahead = received(NOW, null);
        stored.put(NOW.plusSeconds(30), ahead);

        assertThat(lately.since(FIRST_DAY, NOW.plusSeconds(1))).containsExactly(Day.of(TODAY, List.of(late, ahead)));
    }

    @Test
    void whatWasReceivedBeforeIsLeftOut() {
        stored.put(NOW, received(FIRST.minusSeconds(1), NOW));
        stored.put(FIRST, received(FIRST, null));
        assertThat(lately.since(FIRST_DAY, NOW)).hasSize(1);

        assertThat(lately.since(FIRST_DAY.plusDays(1), NOW.plusSeconds(1))).isEmpty();
    }

    private static Milestones received(Instant receivedAt, @Nullable Instant verifiedAt) {
        return new Milestones(UUID.randomUUID(), receivedAt, verifiedAt, null);
    }

    private static final class Stored extends InMemoryCases {

        private record Written(Instant at, Milestones milestones) {}

        private final List<Written> written = new ArrayList<>();
        private Instant earliest = Instant.MAX;

        void put(Instant at, Milestones milestones) {
            written.removeIf(one -> one.milestones().caseId().equals(milestones.caseId()));
            written.add(new Written(at, milestones));
        }

        @Override
        public synchronized List<Milestones> changedBetween(Instant from, Instant until) {
            earliest = from.isBefore(earliest) ? from : earliest;
            return written.stream()
                    .filter(one -> !one.at().isBefore(from) && one.at().isBefore(until))
                    .map(Written::milestones)
                    .toList();
        }
    }
}
