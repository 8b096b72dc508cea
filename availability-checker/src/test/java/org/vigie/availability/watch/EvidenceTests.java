package org.vigie.availability.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigie.availability.probe.Answer;
import org.vigie.availability.probe.Answer.Landing;
import org.vigie.availability.probe.Outcome;

/** What a removal keeps, and what others learn of it. */
class EvidenceTests {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private Watch watch = LifeSimulation.watch(new Random(1));

    @Test
    void keepsEveryLookThatARemovalWasConcludedFrom() {
        watch = look(watch, Signal.REACHABLE, 200, "aaaa", 0);
        watch = look(watch, Signal.GONE_410, 410, "aaaa", 1);
        watch = look(watch, Signal.BLOCKED, 403, "aaaa", 2);
        watch = look(watch, Signal.GONE_410, 410, "aaaa", 3);

        var evidence = watch.removals().getFirst().evidence();

        assertThat(evidence.lastGood()).isEqualTo(seen(Signal.REACHABLE, 200, "aaaa", 0));
        assertThat(evidence.bad())
                .containsExactly(seen(Signal.GONE_410, 410, "aaaa", 1), seen(Signal.GONE_410, 410, "aaaa", 3));
    }

    @Test
    void saysWhatDifferedWhenItWentWhateverIsSeenLater() {
        watch = look(watch, Signal.REACHABLE, 200, "aaaa", 0);
        watch = look(watch, Signal.GONE_410, 410, "aaaa", 1);
        watch = look(watch, Signal.GONE_410, 410, "aaaa", 3);
        assertThat(Report.availability(watch, 1).differences()).containsExactly("STATUS", "HEADERS");

        watch = look(watch, Signal.NAME_GONE, null, null, 48);

        assertThat(Report.availability(watch, 2).differences()).containsExactly("STATUS", "HEADERS");
    }

    @Test
    void saysThatTheAddressesChanged() {
        watch = look(watch, Signal.REACHABLE, 200, "aaaa", 0);
        watch = look(watch, Signal.GONE_410, 410, "bbbb", 1);
        watch = look(watch, Signal.GONE_410, 410, "bbbb", 3);

        assertThat(Report.availability(watch, 1).differences()).containsExactly("DNS", "STATUS", "HEADERS");
    }

    private static Watch look(Watch watch, Signal signal, @Nullable Integer status, @Nullable String dns, int hour) {
        return watch.checked(
                result(signal, status, dns, hour), Checks.NEEDED, Checks.DATA, new CheckSchedule(Hazards.NONE));
    }

    private static RecordedCheck seen(Signal signal, @Nullable Integer status, @Nullable String dns, int hour) {
        return RecordedCheck.of(result(signal, status, dns, hour), Checks.DATA);
    }

    private static CheckResult result(Signal signal, @Nullable Integer status, @Nullable String dns, int hour) {
        var outcome = status == null
                ? new Outcome.NameGone()
                : new Outcome.Answered(new Answer(
                        status,
                        true,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        Landing.SAME_PLACE,
                        null,
                        Set.of(),
                        Set.of()));
        return Checks.result(signal, START.plus(Duration.ofHours(hour)), outcome, dns);
    }
}
