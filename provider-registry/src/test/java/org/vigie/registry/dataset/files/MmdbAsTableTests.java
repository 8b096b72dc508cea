package org.vigie.registry.dataset.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.registry.dataset.AsTable;
import org.vigie.registry.dataset.AsTableReader.Care;
import org.vigie.registry.dataset.BrokenDataSet;

/** The databases that MaxMind publishes for tests, the broken ones among them. */
class MmdbAsTableTests {

    @Test
    void findsTheSystemsOfBothFamilies() throws IOException {
        var table = read("GeoLite2-ASN-Test.mmdb");

        assertThat(table.origin(InetAddress.ofLiteral("1.128.0.0")))
                .contains(new AsTable.Origin(1221, "Telstra Pty Ltd"));
        assertThat(table.asn(InetAddress.ofLiteral("2600:6000::1"))).isEqualTo(237);
        assertThat(table.edition().dated()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MaxMind-DB-test-broken-pointers-24.mmdb",
                "MaxMind-DB-test-broken-search-tree-24.mmdb",
                "cyclic-data-structure.mmdb",
                "libmaxminddb-corrupt-search-tree.mmdb",
                "libmaxminddb-deep-nesting.mmdb"
            })
    void refusesABrokenDatabase(String file) {
        var broken = published(file);

        assertThatExceptionOfType(BrokenDataSet.class).isThrownBy(() -> AsTableFormats.read(broken, Care.STRICT));
    }

    private static AsTable read(String file) throws IOException {
        return AsTableFormats.read(published(file), Care.STRICT);
    }

    private static Path published(String file) {
        var path = Path.of(System.getProperty("vectors", "../shared/vectors"), "mmdb", file);
        assumeTrue(Files.exists(path), "SKIPPED: published databases are missing; set -Dvectors");
        return path;
    }
}
