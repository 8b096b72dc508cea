package org.vigie.registry.cli;

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
import org.vigie.registry.dataset.AsTableFile;
import org.vigie.registry.dataset.AsTablePackage;
import org.vigie.registry.dataset.DataSet;
import org.vigie.registry.dataset.Loadable;

/** What {@code ./vigie data} does: shows the data sets in use, takes newer editions in, makes the one we ship. */
final class DataCommand {

    private final List<DataSet.InUse> dataSets;
    private final List<Loadable> loadables;
    private final Clock clock;
    private final PrintStream out;

    DataCommand(List<DataSet.InUse> dataSets, List<Loadable> loadables, Clock clock, PrintStream out) {
        this.dataSets = dataSets;
        this.loadables = loadables;
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

    /** The names of the data sets that can be loaded. */
    List<String> names() {
        return loadables.stream().map(Loadable::name).sorted().toList();
    }

    /**
     * Takes a newer edition in, for this command and the service.
     *
     * @param name one of {@link #names()}
     * @throws org.vigie.registry.dataset.BrokenDataSet if it should not be used; the one in use stays
     */
    void load(String name, Path file) throws IOException {
        for (var loadable : loadables) {
            if (loadable.name().equals(name)) {
                var taken = loadable.load(file);
                out.printf(
                        "%s: %d rows, %s%n",
                        taken.name(), taken.rows(), taken.edition().version());
            }
        }
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
