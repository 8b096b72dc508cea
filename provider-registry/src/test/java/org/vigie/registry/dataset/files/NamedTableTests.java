package org.vigie.registry.dataset.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.registry.dataset.AsTable;
import org.vigie.registry.dataset.Current;
import org.vigie.registry.dataset.LoadedFile;

/** A table that the operator names is taken up when its file changes, and a broken change is refused and counted. */
class NamedTableTests {

    private static final String TABLE = """
            5.0.0.0,5.0.255.255,64499,One
            6.0.0.0,6.0.255.255,64498,Two
            7.0.0.0,7.0.255.255,64498,Two
            8.0.0.0,8.0.255.255,64498,Two
            """;
    private static final InetAddress OF_ONE = InetAddress.ofLiteral("5.0.0.1");

    @TempDir
    Path directory;

    private int changes;

    @Test
    void isTakenUpWhenItsFileChanges() throws IOException {
        var file = write("table.csv", TABLE);
        var current = current(file);
        assertThat(current.get().asn(OF_ONE)).isEqualTo(64_499);

        write("table.csv", TABLE.replace("64499", "64500"));

        assertThat(current.get().asn(OF_ONE)).isEqualTo(64_500);
        assertThat(current.refused()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            overlap            | 6.0.0.0,6.0.255.255                         | 5.0.0.9,6.0.255.255
            no table           | 5.0.0.0,                                    | five,
            a fifth is missing | 7.0.0.0,7.0.255.255,64498,Two~8.0.0.0,8.0.255.255,64498,Two |
            """)
    void staysAsItWasWhereTheChangedFileIsBroken(String why, String good, String bad) throws IOException {
        var file = write("table.csv", TABLE);
        var current = current(file);

        write("table.csv", TABLE.replace(good.replace('~', '\n'), bad == null ? "" : bad));

        assertThat(current.get().asn(OF_ONE)).as(why).isEqualTo(64_499);
        assertThat(current.get().size()).isEqualTo(4);
        assertThat(current.refused()).isEqualTo(1);
    }

    @Test
    void staysAsItWasWhereAChangedMmdbIsBroken() throws IOException {
        var file = copy("GeoLite2-ASN-Test.mmdb");
        var current = current(file);
        int rows = current.get().size();
        assertThat(rows).isPositive();

        for (var broken : new String[] {"MaxMind-DB-test-broken-search-tree-24.mmdb", "cyclic-data-structure.mmdb"}) {
            copy(broken);
            assertThat(current.get().size()).isEqualTo(rows);
        }

        assertThat(current.refused()).isEqualTo(2);
    }

    private Current<AsTable> current(Path file) {
        var loaded = new LoadedFile<AsTable>(directory, "none", _ -> AsTable.NONE, (_, _, _) -> {});
        return new DataSetFiles().currentAsTable(new DataSetProperties(file.toString()), loaded);
    }

    private Path write(String name, String text) throws IOException {
        return changed(Files.writeString(directory.resolve(name), text));
    }

    private Path copy(String name) throws IOException {
        var published = Path.of(System.getProperty("vectors", "../shared/vectors"), "mmdb", name);
        assumeTrue(Files.exists(published), "SKIPPED: published databases are missing; set -Dvectors");
        return changed(Files.copy(published, directory.resolve("table.mmdb"), StandardCopyOption.REPLACE_EXISTING));
    }

    /** As seconds pass between two changes of a file. */
    private Path changed(Path file) throws IOException {
        return Files.setLastModifiedTime(
                file, FileTime.from(Instant.parse("2026-01-05T10:00:00Z").plusSeconds(++changes)));
    }
}
