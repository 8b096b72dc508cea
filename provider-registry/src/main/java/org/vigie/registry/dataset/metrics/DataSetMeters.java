package org.vigie.registry.dataset.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigie.registry.dataset.DataSet;

/**
 * Rows, age and edition of every data set, and how many newer ones were refused: an increase of
 * {@code vigie.data.set.refused} is the alert.
 */
@Component
class DataSetMeters implements MeterBinder {

    private final List<DataSet.InUse> dataSets;
    private final Clock clock;

    DataSetMeters(List<DataSet.InUse> dataSets, Clock clock) {
        this.dataSets = dataSets;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (var set : dataSets) {
            var name = set.now().name();
            Gauge.builder("vigie.data.set.rows", set, inUse -> inUse.now().rows())
                    .tag("set", name)
                    .register(registry);
            Gauge.builder("vigie.data.set.edition", set, inUse -> edition(dated(inUse)))
                    .description("the day it is from, as yyyymmdd")
                    .tag("set", name)
                    .register(registry);
            TimeGauge.builder("vigie.data.set.age", set, TimeUnit.DAYS, inUse -> days(dated(inUse)))
                    .tag("set", name)
                    .register(registry);
            FunctionCounter.builder("vigie.data.set.refused", set, DataSet.InUse::refused)
                    .tag("set", name)
                    .register(registry);
        }
    }

    private static @Nullable LocalDate dated(DataSet.InUse set) {
        return set.now().edition().dated();
    }

    private static double edition(@Nullable LocalDate dated) {
        return dated == null ? Double.NaN : Double.parseDouble(dated.format(DateTimeFormatter.BASIC_ISO_DATE));
    }

    private double days(@Nullable LocalDate dated) {
        return dated == null
                ? Double.NaN
                : ChronoUnit.DAYS.between(dated, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }
}
