package org.vigie.support.meters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.vigie.support.work.WorkInProgress;
import org.vigie.testing.MutableClock;

class MeterCollectorTests {

    private final StaticListableBeanFactory sources = new StaticListableBeanFactory();
    private final MutableClock clock = MutableClock.at("2026-01-01T00:00:00Z");

    @Test
    void leavesAGapWhereASourceFailsAndCountsIt() throws IOException {
        MeterSource broken = _ -> {
            throw new IllegalStateException("the store is away");
        };
        MeterSource whole = into -> into.gauge("vigie_example", "An example.", 3, "kind", "A");
        sources.addBean("broken", broken);
        sources.addBean("whole", whole);

        assertThat(scraped())
                .contains("vigie_example{kind=\"A\"} 3.0", "vigie_meter_sources_failed 1.0")
                .doesNotContain("the store is away");
    }

    @Test
    void saysHowLongDueWorkHasBeenWaiting() throws IOException {
        var due = clock.instant().plus(Duration.ofMinutes(5));
        sources.addBean("work", new WorkMeters(Map.of("looks", dueAt(due)), clock));

        assertThat(scraped()).contains("vigie_work_lag_seconds{work=\"looks\"} 0.0");
        clock.advance(Duration.ofMinutes(7));
        assertThat(scraped())
                .contains("vigie_work_lag_seconds{work=\"looks\"} 120.0", "vigie_work_begun_total{work=\"looks\"} 4.0");
    }

    private String scraped() throws IOException {
        var written = new ByteArrayOutputStream();
        PrometheusTextFormatWriter.create()
                .write(written, new MeterCollector(sources.getBeanProvider(MeterSource.class)).collect());
        return written.toString(UTF_8);
    }

    private static WorkInProgress dueAt(Instant due) {
        return new WorkInProgress() {
            @Override
            public boolean idle() {
                return false;
            }

            @Override
            public Optional<Instant> nextDue() {
                return Optional.of(due);
            }

            @Override
            public long begun() {
                return 4;
            }
        };
    }
}
