package org.vigie.availability.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a removal keeps, and what others learn of it. */
class EvidenceTests {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private Watch watch = LifeSimulation.watch(new Random(1));

    @Test
    void keepsEveryLookThatARemovalWasConcludedFrom() {
        watch = look(watch, Signal.REACHABLE, "HTTP_200", 200, "aaaa", 0);
        watch = look(watch, Signal.GONE_410, "HTTP_410", 410, "aaaa", 1);
        watch = look(watch, Signal.BLOCKED, "HTTP_403", 403, "aaaa", 2);
        watch = look(watch, Signal.GONE_410, "HTTP_410", 410, "aaaa", 3);

        var evidence = watch.removals().getFirst().evidence();

        assertThat(evidence.lastGood()).isEqualTo(seen(Signal.REACHABLE, "HTTP_200", 200, "aaaa", 0));
        assertThat(evidence.bad())
                .containsExactly(
                        seen(Signal.GONE_410, "HTTP_410", 410, "aaaa", 1),
                        seen(Signal.GONE_410, "HTTP_410", 410, "aaaa", 3));
    }

    @Test
    void saysWhatDifferedWhenItWentWhateverIsSeenLater() {
        watch = look(watch, Signal.REACHABLE, "HTTP_200", 200, "aaaa", 0);
        watch = look(watch, Signal.GONE_410, "HTTP_410", 410, "aaaa", 1);
        watch = look(watch, Signal.GONE_410, "HTTP_410", 410, "aaaa", 3);
        assertThat(Report.availability(watch, 1).differences()).containsExactly("STATUS", "HEADERS");

        watch = look(watch, Signal.NAME_GONE, "NXDOMAIN", null, null, 48);

        assertThat(Report.availability(watch, 2).differences()).containsExactly("STATUS", "HEADERS");
    }

    @Test
    void saysThatTheAddressesChanged() {
        watch = look(watch, Signal.REACHABLE, "HTTP_200", 200, "aaaa", 0);
        watch = look(watch, Signal.GONE_410, "HTTP_410", 410, "bbbb", 1);
        watch = look(watch, Signal.GONE_410, "HTTP_410", 410, "bbbb", 3);

        assertThat(Report.availability(watch, 1).differences()).containsExactly("DNS", "STATUS", "HEADERS");
    }

    private static Watch look(
            Watch watch, Signal signal, String outcome, @Nullable Integer status, @Nullable String dns, int hour) {
        var look = seen(signal, outcome, status, dns, hour);
        var observed = new Observed(look.at(), signal, true, Set.of("a", "b"), 2, 1, false);
        return watch.observed(observed, look, new CheckSchedule(Hazards.NONE), null);
    }

    private static Look seen(Signal signal, String outcome, @Nullable Integer status, @Nullable String dns, int hour) {
        return new Look(
                START.plus(Duration.ofHours(hour)), signal, outcome, status, dns, "h" + status, "public-suffixes 1");
    }
}
