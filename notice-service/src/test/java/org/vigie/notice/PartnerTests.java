package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.TestWorld.someHash;
import static org.vigie.notice.TestWorld.someHost;
import static org.vigie.notice.TestWorld.verifiedReport;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigie.notice.TestWorld.Answer;

/** Partners see their own reports, and learn nothing of others'. */
@ServiceTest
class PartnerTests {

    private final String mine = "hotline-" + UUID.randomUUID();
    private final String other = "hotline-" + UUID.randomUUID();

    @Autowired
    private TestWorld world;

    @Test
    void aKnownUrlIsAnsweredAsANewOne() {
        var known = verifiedReport("http://" + someHost() + "/k", someHash());
        world.reported(known);

        for (var report : List.of(known, verifiedReport("http://" + someHost() + "/n", someHash()))) {
            var answer = reported(mine, report);

            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.json().propertyNames()).containsExactly("report_id", "reference", "case_id");
            assertThat(answer.json().get("case_id").isNull()).isTrue();
        }
    }

    @Test
    void itsReportsLeadToCasesOfWhichItIsNotTold() {
        var url = "http://" + someHost() + "/c";
        var caseId = world.reported(verifiedReport(url, someHash()));
        var id = reported(mine, verifiedReport(url, someHash())).id("report_id");
        world.settle();

        assertThat(world.get("/v1/reports/" + id).id("case_id")).isEqualTo(caseId);
        assertThat(read(mine, "/v1/reports/" + id).json().get("case_id").isNull())
                .isTrue();
        assertThat(world.story(caseId).get("timeline").toString())
                .contains("\"what\":\"REPORTED\",\"who\":\"partner:%s\"".formatted(mine));
    }

    @Test
    void anothersIsAsIfItDidNotExist() {
        var theirs = reported(other, verifiedReport("http://" + someHost() + "/1", someHash()))
                .id("report_id");
        var ours = world.post("/v1/reports", verifiedReport("http://" + someHost() + "/2", someHash()))
                .id("report_id");
        var nobodys = read(mine, "/v1/reports/" + UUID.randomUUID());

        assertThat(nobodys.status()).isEqualTo(404);
        assertThat(read(mine, "/v1/reports/" + theirs)).isEqualTo(nobodys);
        assertThat(read(mine, "/v1/reports/" + ours)).isEqualTo(nobodys);
        assertThat(read(other, "/v1/reports/" + theirs).status()).isEqualTo(200);
    }

    @Test
    void itListsItsOwn() {
        var report = verifiedReport("http://" + someHost() + "/l", someHash())
                .replaceFirst("\\{", "{\"partner_reference\": \"shared\", ");
        var first = reported(mine, report).id("report_id");
        var second = reported(mine, report).id("report_id");
        reported(other, report);
        world.post("/v1/reports", report);

        assertThat(ids(read(mine, "/v1/reports?partner_reference=shared"))).containsExactlyInAnyOrder(first, second);
        assertThat(ids(read(mine, "/v1/reports"))).containsExactlyInAnyOrder(first, second);
        assertThat(ids(world.get("/v1/reports?partner_reference=shared")))
                .hasSizeGreaterThanOrEqualTo(4)
                .contains(first, second);
    }

    /** What they ask about cases would tell of what others reported. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "state=DOWN",
                "stuck=true",
                "task=DISPUTE",
                "provider=00000000-0000-4000-8000-000000000000",
                "changed_since=2026-01-05T10:00:00Z"
            })
    void itDoesNotAskAboutCases(String filter) {
        assertThat(read(mine, "/v1/reports?" + filter).status()).isEqualTo(400);
    }

    @Test
    void aKeyIsItsOwn() {
        var key = UUID.randomUUID().toString();
        var answers = Stream.of(mine, other)
                .map(partner -> reported(partner, verifiedReport("http://" + someHost() + "/i", someHash()), key))
                .toList();
        var ours = world.post("/v1/reports", verifiedReport("http://" + someHost() + "/i", someHash()), key);

        assertThat(answers).extracting(Answer::status).containsOnly(202);
        assertThat(ours.status()).isEqualTo(202);
        assertThat(Stream.concat(answers.stream(), Stream.of(ours)).map(answer -> answer.id("report_id")))
                .doesNotHaveDuplicates();
    }

    /** No more does one person's of ours meet another's. */
    @Test
    void aKeyOfAPersonIsTheirsAlone() {
        var key = UUID.randomUUID().toString();

        var answers = Stream.of("anna", "bea")
                .map(person -> world.as(person, "analyst")
                        .post("/v1/reports", verifiedReport("http://" + someHost(), someHash()), key))
                .toList();

        assertThat(answers).extracting(Answer::status).containsOnly(202);
        assertThat(answers).extracting(answer -> answer.id("report_id")).doesNotHaveDuplicates();
    }

    @Test
    void nobodyNamesAPersonForIt() {
        var answer = world.as(mine, "partner:submit")
                .postFor("Anna Example", "/v1/reports", verifiedReport("http://" + someHost() + "/p", someHash()));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("Vigie-Operator");
    }

    private Answer reported(String partner, String report) {
        return reported(partner, report, UUID.randomUUID().toString());
    }

    private Answer reported(String partner, String report, String key) {
        return world.as(partner, "partner:submit").post("/v1/reports", report, key);
    }

    private Answer read(String partner, String path) {
        return world.as(partner, "partner:read").get(path);
    }

    private static List<UUID> ids(Answer answer) {
        return answer.json()
                .get("reports")
                .valueStream()
                .map(report -> UUID.fromString(report.get("report_id").asString()))
                .toList();
    }
}
