package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.events.Verification;
import org.vigie.notice.Flood.Seen;

/** The same URL reported over and over, with ever new contents. */
class OneUrlTests {

    private static final int REPORTS = 2_000;
    private static final int CONTENTS = 500;

    /** Of a minute of two processors half, for what else they do. */
    private static final Duration COMPUTED = Duration.ofSeconds(60);

    /** For a machine with other work. */
    private static final Duration WORKED_OFF = Duration.ofMinutes(20);

    @TempDir
    private Path data;

    @Test
    void isWorkedOffWhateverItHolds() throws IOException {
        var flood = new Flood(
                IntStream.range(0, REPORTS).mapToObj(OneUrlTests::seen).toList());
        try (var service = new ReportedService(data);
                var producer = service.producer("crawler")) {
            flood.seen().forEach(producer::produce);
            producer.flush();
            var begun = System.nanoTime();
            var computed = service.cpu();
            service.settle(WORKED_OFF);
            var took = Duration.ofNanos(System.nanoTime() - begun);
            computed = service.cpu().minus(computed);
            System.out.printf(
                    "reports=%d contents=%d seconds=%d cpu_seconds=%d%n",
                    REPORTS, CONTENTS, took.toSeconds(), computed.toSeconds());

            assertThat(computed).isLessThan(COMPUTED);
            assertThat(service.refused()).isEmpty();
            assertThat(service.sums()).isEqualTo(flood.sums(service.keysets().index()));
        }
    }

    private static Seen seen(int number) {
        return new Seen(
                "detection-" + number,
                "http://one.test/many",
                "%064x".formatted(1L + number % CONTENTS),
                null,
                number % 3 == 0 ? Verification.VERIFIED : Verification.SUSPECT);
    }
}
