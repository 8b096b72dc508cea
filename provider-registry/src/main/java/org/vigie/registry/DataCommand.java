package org.vigie.registry;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vigie.registry.dataset.AsTableCheck;
import org.vigie.registry.dataset.AsTableFile;
import org.vigie.registry.dataset.AsTablePackage;
import org.vigie.registry.dataset.AsTableStore;
import org.vigie.registry.dataset.CurrentAsTable;
import org.vigie.registry.dataset.DataSet;

/** What {@code ./vigie data} does: shows the data sets in use, takes a newer AS table in, makes the one we ship. */
final class DataCommand {

    private final List<DataSet.InUse> dataSets;
    private final CurrentAsTable asTable;
    private final AsTableStore store;
    private final Clock clock;
    private final PrintStream out;

    DataCommand(
            List<DataSet.InUse> dataSets, CurrentAsTable asTable, AsTableStore store, Clock clock, PrintStream out) {
        this.dataSets = dataSets;
        this.asTable = asTable;
        this.store = store;
        this.clock = clock;
        this.out = out;
    }

    /** Name, rows, age, version and whom to attribute it to, one data set after the other. */
    void list() {
        dataSets.stream()
                .map(DataSet.InUse::now)
                .sorted(Comparator.comparing(DataSet::name))
                .forEach(this::print);
    }

    private void print(DataSet set) {
        out.printf(
                "%-19s %7d rows  %-13s %s%n%21s%s%n",
                set.name(),
                set.rows(),
                age(set.edition().dated()),
                set.edition().version(),
                "",
                set.edition().attribution());
    }

    private String age(@Nullable LocalDate dated) {
        return dated == null
                ? "undated"
                : "%d days old"
                        .formatted(
                                ChronoUnit.DAYS.between(dated, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
    }

    /**
     * Takes a newer table in, for this command and the service.
     *
     * @throws org.vigie.registry.dataset.BrokenDataSet if it should not be used; the one in use stays
     */
    void load(Path file) throws IOException {
        var next = store.read(file);
        AsTableCheck.check(next, asTable.get());
        store.keep(next);
        out.printf("as-table: %d rows, %s%n", next.size(), next.edition().version());
    }

    /**
     * Makes the compact file of an npm package.
     *
     * @param directory where {@code @ip-location-db/asn} was unpacked
     */
    void make(Path directory, Path file) throws IOException {
        var made = AsTablePackage.read(directory);
        try (var target = new BufferedOutputStream(Files.newOutputStream(file))) {
            AsTableFile.write(
                    made.table(), Objects.requireNonNull(made.table().edition().dated()), target);
        }
        out.printf(
                "as-table: %d rows, %d bytes, %s; %d overlaps mended, %d rows with reserved numbers left out%n",
                made.table().size(),
                Files.size(file),
                made.table().edition().version(),
                made.repaired(),
                made.dropped());
    }
}
