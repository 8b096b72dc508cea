package org.vigie.support.meters;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;

/** Asks every source each time Prometheus asks; a source that fails leaves a gap and is counted. */
final class MeterCollector implements MultiCollector {

    private static final Logger LOG = LoggerFactory.getLogger(MeterCollector.class);

    private final ObjectProvider<MeterSource> sources;

    MeterCollector(ObjectProvider<MeterSource> sources) {
        this.sources = sources;
    }

    @Override
    public MetricSnapshots collect() {
        var readings = new Readings();
        var failed = 0;
        for (var source : sources) {
            try {
                source.measure(readings);
            } catch (RuntimeException e) {
                failed++;
                LOG.atWarn()
                        .addKeyValue("source", source.getClass().getSimpleName())
                        .addKeyValue("failure", e.getClass().getName())
                        .log("metric unavailable");
            }
        }
        readings.gauge("vigie_meter_sources_failed", "Sources of meters that could not be read now.", failed);
        return readings.snapshots();
    }
}
