package org.vigie.notice.iccam.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.notice.iccam.ActionReason;
import org.vigie.notice.iccam.ActionType;
import org.vigie.notice.iccam.AgeGroup;
import org.vigie.notice.iccam.Answer.Done;
import org.vigie.notice.iccam.Answer.Refused;
import org.vigie.notice.iccam.Answer.Said;
import org.vigie.notice.iccam.Answer.Silent;
import org.vigie.notice.iccam.Answer.Why;
import org.vigie.notice.iccam.Classified;
import org.vigie.notice.iccam.Content;
import org.vigie.notice.iccam.Deed;
import org.vigie.notice.iccam.Deed.Act;
import org.vigie.notice.iccam.Deed.Assess;
import org.vigie.notice.iccam.IccamServer;

/** What is asked and told, and what is made of the answers. */
class HttpIccamTests {

    private static final Instant AT = Instant.parse("2026-01-05T10:00:00.123Z");
    private static final Deed REMOVED = new Act(ActionType.REMOVED, AT, null);

    @TempDir
    private Path directory;

    private final IccamServer server;
    private HttpIccam iccam;

    HttpIccamTests() throws IOException {
        server = new IccamServer();
    }

    @BeforeEach
    void connect() throws IOException {
        var password = Files.writeString(directory.resolve("password"), "pass word\n");
        var settings =
                new IccamSettings(server.url(), "hotline", password, null, null, "nl", null, Duration.ofMinutes(1));
        iccam = new HttpIccam(new Wire(settings), settings);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void anItemIsReadAsItIsRecorded() {
        var item = server.item("https://item.test/").assessed(2, 4).acted(2);

        assertThat(iccam.content(item.contentId))
                .isEqualTo(new Said<>(new Content(
                        item.contentId,
                        item.reportId(),
                        "https://item.test/",
                        true,
                        "NL",
                        Instant.parse("2026-01-04T09:00:00Z"),
                        Classified.NATIONAL,
                        AgeGroup.PUBESCENT,
                        java.util.Set.of(2))));
        assertThat(iccam.content(1)).isEqualTo(new Refused<>(Why.OTHER));
    }

    @Test
    void aListIsAsLongAsItIsAskedForAndBeginsWhereItIsTold() {
        for (int i = 0; i < 3; i++) {
            server.item("https://item%d.test/".formatted(i));
        }

        assertThat(iccam.withoutReference(2, AT))
                .isInstanceOfSatisfying(
                        Said.class, said -> assertThat((List<?>) said.value()).hasSize(2));
        assertThat(server.asked())
                .endsWith(
                        "GET /rest/Content/no-reference?maxResults=2&countryAssignmentStartDate=2026-01-05T10%3A00%3A00Z");
    }

    /** To the second and in UTC: a client of others cuts its offset off and calls what is left UTC. */
    @Test
    void anActionIsToldWithItsTimeAndAReasonWhereIccamWantsOne() {
        var item = server.item("https://item.test/");

        assertThat(iccam.tell(item.contentId, new Assess(Classified.BASELINE, AgeGroup.PRE_PUBESCENT)))
                .isEqualTo(new Said<>(Done.DONE));
        iccam.tell(item.contentId, new Act(ActionType.REPORTED_TO_ISP, AT, null));
        iccam.tell(item.contentId, new Act(ActionType.UNAVAILABLE, AT, ActionReason.LINK_EXPIRED));

        assertThat(item.told)
                .extracting(Object::toString)
                .satisfiesExactly(
                        assessment -> assertThat(assessment)
                                .contains(
                                        "\"classification\":1",
                                        "\"ageCategorization\":3",
                                        "\"genderCategorization\":1",
                                        "\"assessingAnalystName\":\"hotline\""),
                        isp -> assertThat(isp)
                                .isEqualTo("{\"actionType\":2,\"actioningAnalystName\":\"hotline\","
                                        + "\"actionDate\":\"2026-01-05T10:00:00Z\"}"),
                        last -> assertThat(last).contains("\"reasonId\":8", "\"reasonText\":\"LinkExpired\""));
    }

    @Test
    void aReferenceIsTold() {
        var item = server.item("https://item.test/");

        iccam.reference(item.contentId, "RP-2026-00000001");

        assertThat(item.reference()).isEqualTo("RP-2026-00000001");
    }

    @Test
    void aSessionThatEndedIsRenewedAndOneThatIsForgottenBegunAnew() {
        var item = server.item("https://item.test/");
        iccam.content(item.contentId);
        server.endSession();
        assertThat(iccam.content(item.contentId)).isInstanceOf(Said.class);
        assertThat(server.renewals()).isEqualTo(1);

        server.forgetSession();

        assertThat(iccam.content(item.contentId)).isInstanceOf(Said.class);
        assertThat(server.logins()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "Cannot action: content status Completed, OVER",
        "'Content can not be actioned further, because it has already a final action', OVER",
        "Cannot assess: content status ToBeActioned, OVER",
        "Report not in correct state for assessments, TOO_EARLY",
        "Report not in the right phase to action, TOO_EARLY",
        "anything else, OTHER"
    })
    void whatIccamSaysIsToldApart(String words, Why why) {
        var item = server.item("https://item.test/");
        server.refuses(words);

        assertThat(iccam.tell(item.contentId, REMOVED)).isEqualTo(new Refused<>(why));
    }

    /** It may have taken it, or take it later. */
    @ParameterizedTest
    @ValueSource(ints = {301, 429, 500, 502, 503})
    void whatIsNoAnswerIsSilence(int status) {
        var item = server.item("https://item.test/");
        server.answers(status);

        assertThat(iccam.tell(item.contentId, REMOVED)).isEqualTo(new Silent<>());
    }

    @Test
    void nobodyThereIsSilence() {
        server.close();

        assertThat(iccam.withoutReference(200, null)).isEqualTo(new Silent<>());
    }
}
