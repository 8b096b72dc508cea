package org.vigie.notice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.TestWorld.someHash;
import static org.vigie.notice.TestWorld.someHost;
import static org.vigie.notice.TestWorld.verifiedReport;

import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigie.events.Role;
import org.vigie.events.Topics;
import org.vigie.events.removal.CaseSnapshot;
import org.vigie.support.seal.Keysets;
import org.vigie.testing.DeadLetters;

/** What is handed in by REST and by producers. */
@ServiceTest
class IntakeTests {

    @Autowired
    private TestWorld world;

    @Autowired
    private Keysets keysets;

    @Test
    void theSameKeyIsTheSameReportAndNoOther() {
        var report = verifiedReport("http://" + someHost() + "/k", someHash());
        var key = UUID.randomUUID().toString();

        var first = world.post("/v1/reports", report, key);
        var again = world.post("/v1/reports", report, key);
        var other = world.post("/v1/reports", verifiedReport("http://" + someHost() + "/o", someHash()), key);

        assertThat(first.status()).isEqualTo(202);
        assertThat(first.json().get("reference").asString()).matches("RP-2026-[0-9]{8}");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.status()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"url": "ftp://SECRET.test/", "category": "CSAM", "verification": "SUSPECT"}  | /url
            {"url": "http://SECRET.test/", "verification": "SUSPECT"}                     | /category
            {"url": "http://SECRET.test/", "category": "CSAM", "verification": "VERIFIED"} | /classification
            """)
    void namesTheFieldThatIsWrongAndNeverItsValue(String report, String field) {
        var answer = world.post("/v1/reports", report);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains(field).doesNotContain("SECRET");
    }

    @ParameterizedTest
    @CsvSource({
        "/#!AAAAAAAA!key1, /#!BBBBBBBB!key2, true",
        "/app#/gallery/5, /app#/gallery/6, true",
        "/p#sec1, /p#sec2, false",
    })
    void aFragmentThatLeadsToTheContentIsPartOfTheCaseAndOfTheNotice(String one, String other, boolean apart) {
        var host = world.providerAt(Role.HOST, "fragments-%s@provider.example");
        var site = "http://" + someHost();
        var first = world.reported(verifiedReport(site + one, someHash()));
        var second = world.reported(verifiedReport(site + other, someHash()));

        assertThat(!first.equals(second)).isEqualTo(apart);
        assertThat(searched(site + other)).contains(second.toString());
        world.resolved(first, host);
        assertThat(world.get("/v1/cases/" + first + "/preview").body())
                .contains(site.replace("http", "hxxp").replace(".", "[.]") + one);
    }

    private String searched(String url) {
        return world.post("/v1/cases/search", "{\"url\": \"%s\"}".formatted(url))
                .body();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://h52.test/a\\nhttp://h53.test/a",
                "http://h40.test/a http://h41.test/b",
                "http://h40.test/a>",
                "http://h40.test/a).",
                "http://h40.test/a\\\"",
                "http://h40.test/a[.]jpg"
            })
    void takesNoUrlThatNobodyReported(String url) {
        for (var field : List.of("url", "found_on", "referrer")) {
            var report = verifiedReport(field.equals("url") ? url : "http://a.test/", someHash());
            var other = "{\"%s\": \"%s\", ".formatted(field, url);
            var answer = world.post(
                    "/v1/reports",
                    field.equals("url") ? report : report.replaceFirst("\\{", Matcher.quoteReplacement(other)));

            assertThat(answer.status()).as(field).isEqualTo(400);
            assertThat(answer.body()).contains("/" + field).doesNotContain("h40", "h52");
        }
    }

    @Test
    void aSealedDetectionAndAReportOfOneUrlAreOneCase() {
        var url = "http://" + someHost() + "/d";
        var caseId = world.reported(verifiedReport(url, someHash()));
        var id = UUID.randomUUID();
        var sealed = keysets.inboundSeal().seal("{\"url\": \"" + url + "\"}", id.toString());
        var detection = """
                {"producer": "crawler", "detection_id": "%s", "category": "CSAM", "verification": "SUSPECT",
                 "sealed": {"key_id": "%s", "ciphertext": "%s"}}""".formatted(id, sealed.keyId(), sealed.ciphertext());

        world.sendBytes(Topics.DETECTIONS, id, detection.getBytes(UTF_8));
        world.sendBytes(Topics.DETECTIONS, id, detection.getBytes(UTF_8));

        var snapshot = world.last(Topics.CASES, caseId, CaseSnapshot.class);
        assertThat(snapshot.reports().unstated()).isEqualTo(2);
        assertThat(world.post("/v1/cases/search", "{\"url\": \"" + url + "\"}").body())
                .contains(caseId.toString());
    }

    @Test
    void aPlainDetectionGoesToTheDeadLettersByteForByte() {
        var id = UUID.randomUUID();
        var plain =
                "{\"producer\": \"crawler\", \"detection_id\": \"%s\", \"url\": \"http://plain.test/\"}".formatted(id);

        world.sendBytes(Topics.DETECTIONS, id, plain.getBytes(UTF_8));

        assertThat(DeadLetters.of(Topics.DETECTIONS))
                .anySatisfy(
                        record -> assertThat(new String(record.value(), UTF_8)).isEqualTo(plain));
    }

    /** Which of the two was meant, only who sealed it knows. */
    @Test
    void aDetectionWithTwoUrlsGoesToTheDeadLetters() {
        var id = UUID.randomUUID();
        var sealed = keysets.inboundSeal()
                .seal(
                        "{\"url\": \"http://%s/a\", \"url\": \"http://%s/b\"}".formatted(someHost(), someHost()),
                        id.toString());
        var detection = """
                {"producer": "crawler", "detection_id": "%s", "category": "CSAM", "verification": "SUSPECT",
                 "sealed": {"key_id": "%s", "ciphertext": "%s"}}""".formatted(id, sealed.keyId(), sealed.ciphertext());

        world.sendBytes(Topics.DETECTIONS, id, detection.getBytes(UTF_8));

        assertThat(DeadLetters.of(Topics.DETECTIONS))
                .anySatisfy(
                        record -> assertThat(new String(record.value(), UTF_8)).isEqualTo(detection));
    }
}
