package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.TestWorld.someHash;
import static org.vigie.notice.TestWorld.someHost;
import static org.vigie.notice.TestWorld.verifiedReport;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigie.notice.TestWorld.Answer;

/** What nobody should send: each is answered by a problem that names the field and repeats nothing. */
@ServiceTest
class RudeRequestsTests {

    private static final String NOBODY = "00000000-0000-4000-8000-000000000000";

    @Autowired
    private TestWorld world;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            holds          | {"owner": "o", "reason": "r", "expires_at": "2020-01-01T00:00:00Z"}       | /expires_at
            holds          | {"owner": "o", "reason": "r", "expires_at": "+999999999-01-01T00:00:00Z"} | /expires_at
            holds          | {"owner": "o", "reason": "r"}                                             | /expires_at
            observations   | {"seen": "PRESENT", "observed_at": "2099-01-01T00:00:00Z", "reason": "r"} | /observed_at
            observations   | {"seen": "GONE", "observed_at": "-100000000-01-01T00:00:00Z", "reason": "r"} | /observed_at
            observations   | {"seen": "http://evil.test/secret", "reason": "r"}                        | /seen
            clearances     | {"country": "AU", "authority": "POLICE", "reference": "x", "cleared_at": "2099-01-01T00:00:00Z", "reason": "r"} | /cleared_at
            classification | {"verification": "VERIFIED", "organisation": "o", "decided_at": "2099-01-01T00:00:00Z"} | /decided_at
            classification | {"verification": "VERIFIED", "organisation": "a\\u0000b"}                  | /organisation
            classification | {"verification": "VERIFIED", "organisation": "o", "assessors": -1}        | /assessors
            approvals      | {"provider_id": "http://evil.test/secret", "role": "HOST", "reason": "r"} | /provider_id
            retraction     | {"http://evil.test/secret": 1}                                            | ''
            """)
    void aDecisionIsRefusedByTheNameOfItsField(String what, String body, String pointer) {
        var caseId = world.reported(verifiedReport("http://" + someHost() + "/rude", someHash()));

        var answer = world.decide("/v1/cases/" + caseId + "/" + what, "anna", null, body);

        isProblem(answer, 400, "invalid-field");
        assertThat(answer.json().get("errors").get(0).get("pointer").asString()).isEqualTo(pointer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"url": "http://a.test/", "category": "CSAM", "verification": "SUSPECT", "holds": [null]} | /holds/0
            {"url": "http://a.test/", "category": "CSAM", "verification": "SUSPECT", "content": {"contained_verified": -1}} | /content/contained_verified
            {"url": "http://a.test/", "category": "HARMFUL_ABUSIVE", "verification": "VERIFIED", "verified_at": "2099-01-01T00:00:00Z"} | /verified_at
            {"url": "evil.test/secret", "category": "CSAM", "verification": "SUSPECT"} | /url
            """)
    void aReportIsRefusedByTheNameOfItsField(String body, String pointer) {
        var answer = world.post("/v1/reports", body);

        isProblem(answer, 400, "invalid-field");
        assertThat(answer.json().get("errors").get(0).get("pointer").asString()).isEqualTo(pointer);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/cases/" + NOBODY + ", 404, unknown-case",
        "/v1/reports/" + NOBODY + ", 404, not-found",
        "/v1/notices/" + NOBODY + ", 404, not-found",
        "/v1/cases/evil.test, 400, invalid-parameter",
        "/v1/cases?cursor=http://evil.test/secret, 400, invalid-parameter",
        "/v1/cases/http:/evil.test/secret, 404, not-found",
        "/v1/evil.test/secret, 404, not-found"
    })
    void aPathIsNotRepeated(String path, int status, String type) {
        isProblem(world.get(path), status, type);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            '"1000000"'               | 412 | edited-meanwhile
            'http://evil.test/secret' | 400 | invalid-field
            """)
    void whatWasReadIsComparedWithWhatIs(String match, int status, String type) {
        var caseId = world.reported(verifiedReport("http://" + someHost() + "/etag", someHash()));

        isProblem(
                world.decide("/v1/cases/" + caseId + "/retraction", "anna", match, "{\"reason\": \"r\"}"),
                status,
                type);
    }

    @ParameterizedTest
    @CsvSource({"anna, 409, four-eyes", "' ANNA', 409, four-eyes"})
    void whoProposedDoesNotAgree(String who, int status, String type) {
        var caseId = world.reported(verifiedReport("http://" + someHost() + "/eyes", someHash()));
        var path = "/v1/cases/" + caseId + "/retraction";
        isProblem(world.decide(path + "/approval", who, null, "{\"reason\": \"r\"}"), 409, "not-proposed");
        assertThat(world.decide(path, "anna", null, "{\"reason\": \"r\"}").status())
                .isEqualTo(202);

        isProblem(world.decide(path + "/approval", who, null, "{\"reason\": \"r\"}"), status, type);
    }

    private static void isProblem(Answer answer, int status, String type) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().get("type").asString()).isEqualTo("urn:vigie:problem:" + type);
        assertThat(answer.body()).doesNotContain("evil", "secret");
    }
}
