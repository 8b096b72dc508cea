package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.TestWorld.someHash;
import static org.vigie.notice.TestWorld.someHost;
import static org.vigie.notice.TestWorld.verifiedReport;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A partner's reports in one file. */
@ServiceTest
class ReportExportTests {

    private static final String CSV = "text/csv";

    private final String partner = "hotline-" + UUID.randomUUID();

    @Autowired
    private TestWorld world;

    @Test
    void hasAllOfThePartnersReportsAndNoFormula() {
        reported(partner, "2026-4711");
        var formula = reported(partner, "=HYPERLINK(A1)");
        reported("another", "theirs");

        var file = world.as(partner, "partner:read").get("/v1/reports", CSV);

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.body())
                .startsWith("\"report_id\",\"reference\",\"received_at\",\"case_id\",\"partner_reference\"\r\n")
                .contains("\"%s\",\"RP-2026-".formatted(formula), ",\"\",\"'=HYPERLINK(A1)\"\r\n", "\"2026-4711\"")
                .doesNotContain("theirs", "http");
        assertThat(file.body().lines()).hasSize(3);
        assertThat(world.as(partner, "partner:read")
                        .get("/v1/reports?partner_reference=2026-4711", CSV)
                        .body()
                        .lines())
                .hasSize(2);
    }

    @Test
    void isWholeAndOfThePartnerOnly() {
        var asking = world.as(partner, "partner:read");

        assertThat(asking.get("/v1/reports?limit=1", CSV).status()).isEqualTo(400);
        assertThat(asking.get("/v1/reports?state=DOWN", CSV).status()).isEqualTo(400);
        assertThat(asking.get("/v1/reports", "*/*").body()).startsWith("{");
        assertThat(asking.get("/v1/reports", "text/csv, application/json").body())
                .startsWith("\"report_id\"");
    }

    /** Clients that are generated name all that the description has. */
    @Test
    void isAPageForWhomJsonComesFirst() {
        var page = world.as(partner, "partner:read")
                .get("/v1/reports?limit=1", "application/json, text/csv, application/problem+json");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).startsWith("{");
    }

    private UUID reported(String by, String partnerReference) {
        var report = verifiedReport("http://" + someHost() + "/e", someHash())
                .replaceFirst("\\{", "{\"partner_reference\": \"%s\", ".formatted(partnerReference));
        return world.as(by, "partner:submit").post("/v1/reports", report).id("report_id");
    }
}
