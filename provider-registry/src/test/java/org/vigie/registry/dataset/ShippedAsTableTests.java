package org.vigie.registry.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ShippedAsTableTests {

    private static final int MOST_BYTES = 3_000_000;

    @Test
    void isPlausibleDatedAndAttributed() {
        var table = ShippedAsTable.read();

        AsTableCheck.check(table, AsTable.NONE);
        assertThat(table.size()).isGreaterThan(500_000);
        assertThat(table.edition().dated()).isAfter(LocalDate.parse("2026-01-01"));
        assertThat(table.edition().attribution()).contains("RouteViews", "NRO", "DB-IP", "CC BY 4.0");
        assertThat(table.origin(InetAddress.ofLiteral("1.1.1.1")))
                .contains(new AsTable.Origin(13335, "Cloudflare, Inc."));
    }

    @Test
    void mendsTheOverlapOfItsSource() {
        var table = ShippedAsTable.read();

        assertThat(table.asn(InetAddress.ofLiteral("214.255.255.255"))).isEqualTo(749);
        assertThat(table.asn(InetAddress.ofLiteral("215.0.0.0"))).isEqualTo(721);
    }

    @Test
    void isSmall() throws IOException {
        try (var file = Objects.requireNonNull(ShippedAsTable.class.getResourceAsStream("as-table.gz"))) {
            assertThat(file.readAllBytes()).hasSizeLessThan(MOST_BYTES);
        }
    }
}
