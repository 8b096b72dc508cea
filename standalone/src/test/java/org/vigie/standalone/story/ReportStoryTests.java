package org.vigie.standalone.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vigie.standalone.story.RunningVigie.CHECKER;
import static org.vigie.standalone.story.RunningVigie.METRICS;
import static org.vigie.standalone.story.RunningVigie.NOTICE;
import static org.vigie.standalone.story.RunningVigie.REGISTRY;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.events.Topics;
import org.vigie.standalone.Sealing;
import tools.jackson.databind.JsonNode;

/** What becomes of reports, from the door to the indicators. */
class ReportStoryTests {

    private static final Duration SOON = Duration.ofMinutes(3);

    @TempDir
    private static Path directory;

    private static SmallInternet internet;
    private static RunningVigie vigie;

    @BeforeAll
    static void start() {
        internet = new SmallInternet();
        vigie = RunningVigie.on(directory.resolve("data"), internet);
        vigie.teachHost("Example Hosting", "CIDR", SmallInternet.TEST_NETWORK);
    }

    @AfterAll
    static void stop() {
        vigie.close();
        internet.close();
    }

    @Test
    void aReportAndADetectionOfOneUrlLeadToOneMailAndOneMeasuredRemoval() throws IOException {
        var url = internet.page("/story/one");
        var log = new CaseLog();

        var reportId = vigie.report(Reports.verified(url));
        produce("d-1", sealed(Reports.detection("d-1", url)));

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(vigie.caseOfReport(reportId).path("status").asString()).isEqualTo("NOTIFIED");
            assertThat(vigie.caseOfReport(reportId)
                            .path("reports")
                            .path("unstated")
                            .asInt())
                    .isEqualTo(2);
        });
        internet.answer("/story/one", 410);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                vigie.caseOfReport(reportId).path("status").asString())
                        .isIn("DOWN", "REMOVED"));
        assertThat(internet.mailsNaming(url)).singleElement().asString().contains("\"xarf_version\"");
        await().atMost(SOON).untilAsserted(() -> {
            var row = indicators("Example Hosting");
            assertThat(row.path("images_targeted").asInt()).isPositive();
            assertThat(row.path("n_removed").asInt()).isPositive();
        });
        assertThat(log.of(vigie.caseOfReport(reportId).path("case_id").asString()))
                .containsSubsequence(
                        "report applied to its case",
                        "case resolved",
                        "notice handed over",
                        "availability verdict changed",
                        "end of a targeting counted");
        log.close();
        theProviderDisputes(vigie.caseOfReport(reportId).path("case_id").asString());
        prometheusIsToldWhatDashboardsAndAlertsAskFor();
    }

    @Test
    void aSuspectIsNotWrittenAboutUntilItIsVerified() {
        var url = internet.page("/story/suspect");
        var reportId = vigie.report(Reports.suspect(url));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                vigie.caseOfReport(reportId).path("status").asString())
                        .isEqualTo("RECEIVED"));
        assertThat(internet.wasAsked("/story/suspect")).isFalse();

        var caseId = vigie.caseOfReport(reportId).path("case_id").asString();
        var answer = vigie.post(NOTICE, "/v1/cases/" + caseId + "/classification", "decided-1", """
                {"verification": "VERIFIED", "category": "CSAM", "maturation": "PREPUBESCENT", "act": "SEX_ACT",
                 "scheme": "interpol", "label": "baseline", "organisation": "Example", "assessors": 2,
                 "reason": "looked at"}""");

        assertThat(answer.status()).isEqualTo(204);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(internet.mailsNaming(url)).hasSize(1));
    }

    @Test
    void anOnionEndsWithItsReasonAndIsRoutedOnceSomebodyIsTaught() {
        var host = "duckduckgogg42xjoc72x3sjasowoarfbgcmvfimaftt6twagswzczad.onion";
        var reportId = vigie.report(Reports.verified("http://" + host + "/x"));

        await().atMost(SOON).untilAsserted(() -> {
            var story = vigie.caseOfReport(reportId);
            assertThat(story.path("status").asString()).isEqualTo("UNADDRESSABLE");
            assertThat(story.toString()).contains("ONION_PROVIDER_UNKNOWN");
        });
        vigie.teachHost("Onion Hosting", "EXACT_HOST", host);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                vigie.caseOfReport(reportId).path("status").asString())
                        .isEqualTo("ROUTED"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"url": "http://planted.test:99999/", "category": "CSAM", "verification": "SUSPECT"} | /url
            {"url": "planted", "category": "CSAM", "verification": "SUSPECT"}                    | /url
            {"url": "ftp://planted.test/", "category": "CSAM", "verification": "SUSPECT"}        | /url
            {"url": "data:image/png;base64,planted", "category": "CSAM", "verification": "SUSPECT"} | /url
            {"category": "CSAM", "verification": "SUSPECT"}                                      | /url
            {"url": "http://planted.test/", "verification": "SUSPECT"}                           | /category
            {"url": "http://planted.test/", "category": "CSAM", "verification": "VERIFIED"}      | /classification
            {"url": "http://planted.test/", "category": "CSAM", "verification": "SUSPECT", "image": "planted"} | /image
            planted                                                                              | not-json
            """)
    void badInputNamesTheFieldAndNeverItsValue(String body, String named) {
        var answer = vigie.post(NOTICE, "/v1/reports", "bad-" + body.hashCode(), body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains(named).doesNotContain("planted");
    }

    @Test
    void whatCannotBeAppliedIsParkedByteForByteAndTheTopicMovesOn() {
        var url = internet.page("/story/after-poison");
        var plain = Reports.detection("d-plain", "http://127.9.0.1/plain");

        produce("d-poison", "not json");
        produce("d-plain", plain);
        produce("d-after", sealed(Reports.detection("d-after", url)));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(internet.mailsNaming(url)).hasSize(1));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(vigie.records(Topics.DETECTIONS + Topics.DEAD_LETTER_SUFFIX))
                        .extracting(dead -> new String(dead.value(), UTF_8))
                        .contains("not json", plain));
    }

    private static void theProviderDisputes(String caseId) {
        var notices =
                vigie.get(NOTICE, "/v1/cases/" + caseId + "/notices").json().path("notices");
        var path = "/v1/notices/" + notices.path(0).path("notice_id").asString() + "/reply";
        var answer = vigie.post(NOTICE, path, "disputed-" + caseId, """
                {"outcome": "DISPUTES_TECHNICAL", "received_at": "%s"}""".formatted(Instant.EPOCH));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(indicators("Example Hosting")
                                .path("disputes")
                                .path("TECHNICAL")
                                .path("undecided")
                                .asInt())
                        .isPositive());
    }

    /** Some are only told once there was a notice, a look, a removal, an answer and a record that nobody can read. */
    private static void prometheusIsToldWhatDashboardsAndAlertsAskFor() throws IOException {
        produce("d-unreadable", "not json");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                vigie.get(NOTICE, "/actuator/prometheus").text())
                        .contains("vigie_parked_records{"));
        var exposed = new TreeSet<String>();
        for (var service : List.of(NOTICE, REGISTRY, CHECKER, METRICS)) {
            var scraped = vigie.get(service, "/actuator/prometheus").text();
            assertThat(scraped).contains("vigie_meter_sources_failed 0.0");
            exposed.addAll(MeterNames.exposed(scraped));
        }
        assertThat(MeterNames.askedFor()).isNotEmpty().isSubsetOf(exposed);
        assertThat(exposed.stream().filter(name -> name.startsWith("vigie_")))
                .containsExactlyElementsOf(MeterNames.documented());
    }

    private static JsonNode indicators(String provider) {
        for (var row : vigie.get(METRICS, "/v1/indicators/providers").json().path("providers")) {
            if (row.path("name").asString().equals(provider)) {
                return row;
            }
        }
        throw new AssertionError("no row for " + provider);
    }

    private static String sealed(String detection) {
        return Sealing.seal(vigie.data().resolve("keys"), detection);
    }

    private static void produce(String key, String value) {
        vigie.produce(new ProducerRecord<>(Topics.DETECTIONS, key.getBytes(UTF_8), value.getBytes(UTF_8)));
    }
}
