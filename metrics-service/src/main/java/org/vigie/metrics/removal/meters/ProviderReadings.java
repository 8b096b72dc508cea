package org.vigie.metrics.removal.meters;

import java.util.OptionalInt;
import java.util.stream.Stream;
import org.vigie.metrics.removal.ProviderRow;
import org.vigie.support.meters.Readings;

/** Gauges of one row of the table: each has the provider and the role that was addressed among its labels. */
record ProviderReadings(String provider, String role, Readings into) {

    private static final long SECONDS_AN_HOUR = 3600;

    static ProviderReadings of(ProviderRow row, Readings into) {
        var addressed = row.addressed();
        return new ProviderReadings(
                addressed.provider().toString(), addressed.role().name(), into);
    }

    /** @param further labels, names and values in turn */
    void gauge(String name, String help, Number value, String... further) {
        var labels = Stream.concat(Stream.of("provider", provider, "role", role), Stream.of(further));
        into.gauge(name, help, value, labels.toArray(String[]::new));
    }

    /** In seconds; no series of a time that is absent. */
    void time(String name, String help, OptionalInt hours, String... further) {
        hours.ifPresent(value -> gauge(name, help, value * SECONDS_AN_HOUR, further));
    }
}
