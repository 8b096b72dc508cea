package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.TestWorld.someHash;
import static org.vigie.notice.TestWorld.someHost;
import static org.vigie.notice.TestWorld.verifiedReport;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigie.events.Role;
import org.vigie.events.Topics;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.events.provider.ChainSnapshot.Approval;
import org.vigie.events.removal.CaseSnapshot;
import org.vigie.events.removal.CaseSnapshot.Action;
import org.vigie.notice.TestWorld.Answer;

/** Where people turn cases, by REST. */
@ServiceTest
class SteeringTests {

    private static final Duration GATHERED = Duration.ofSeconds(3);

    @Autowired
    private TestWorld world;

    @Autowired
    private MailboxChannel mail;

    @Test
    void aRegistrarIsWrittenToOnceAnOperatorApproved() {
        var registrar = world.provider(Role.REGISTRAR, "registrar");
        var caseId = reported();
        world.resolved(caseId, Approval.OPERATOR, false, registrar);
        world.looked(caseId, Presence.REACHABLE);
        world.pass(GATHERED);
        assertThat(mail.to(registrar.mailbox())).isEmpty();
        assertThat(world.tasks(caseId)).contains("APPROVAL");

        var approved = decide(caseId, "/approvals", addressee(registrar));
        world.settle();
        world.looked(caseId, Presence.REACHABLE);
        world.pass(GATHERED);

        assertThat(approved.status()).isEqualTo(204);
        assertThat(mail.to(registrar.mailbox())).hasSize(1);
        assertThat(world.tasks(caseId)).doesNotContain("APPROVAL");
        assertThat(world.story(caseId).get("timeline").toString())
                .contains("STEP_APPROVED", "one", "looked into", registrar.id().toString());
        assertThat(decide(caseId, "/approvals", addressee(registrar)).status()).isEqualTo(204);
    }

    @Test
    void aRegistrarOfASharedDomainIsNeverApproved() {
        var registrar = world.provider(Role.REGISTRAR, "registrar");
        var caseId = reported();
        world.resolved(caseId, Approval.OPERATOR, true, registrar);

        var answer = decide(caseId, "/approvals", addressee(registrar));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).contains("never-written-to");
    }

    @Test
    void whoeverAPersonChoosesIsWrittenToNext() {
        var host = world.provider(Role.HOST, "host");
        var cdn = world.provider(Role.CDN, "cdn");
        var caseId = notified(host, cdn);

        var changed = decide(caseId, "/addressee", addressee(cdn));
        world.settle();
        world.looked(caseId, Presence.REACHABLE);
        world.pass(GATHERED);

        assertThat(changed.status()).isEqualTo(204);
        assertThat(mail.to(cdn.mailbox())).hasSize(1);
        assertThat(world.story(caseId).get("status").asString()).isEqualTo("ESCALATED");
        assertThat(world.story(caseId).get("timeline").toString()).contains("ADDRESSEE_CHANGED");
        assertThat(decide(caseId, "/addressee", addressee(host)).body()).contains("written-to-already");
        assertThat(decide(caseId, "/addressee", addressee(world.provider(Role.HOST, "other")))
                        .body())
                .contains("not-in-chain");
    }

    @Test
    void aCountryThatIsWaitedForIsWrittenToOnceItsPoliceWereHeard() {
        var host = world.provider(Role.HOST, "australian", "AU");
        var caseId = notified(host);
        assertThat(mail.to(host.mailbox())).isEmpty();
        assertThat(world.tasks(caseId)).contains("COUNTRY_CLEARANCE");

        var wrong = clear(caseId, "FR", "POLICE");
        world.pass(GATHERED);
        assertThat(mail.to(host.mailbox())).isEmpty();
        var cleared = clear(caseId, "AU", "POLICE");
        world.settle();
        world.looked(caseId, Presence.REACHABLE);
        world.pass(GATHERED);

        assertThat(wrong.status()).isEqualTo(204);
        assertThat(cleared.status()).isEqualTo(204);
        assertThat(mail.to(host.mailbox())).hasSize(1);
        assertThat(world.tasks(caseId)).doesNotContain("COUNTRY_CLEARANCE");
        assertThat(world.story(caseId).get("timeline").toString()).contains("CLEARED_BY_POLICE_AU", "PV-17");
        assertThat(world.story(caseId).get("clearances").toString())
                .contains("\"country\":\"AU\",\"authority\":\"POLICE\",\"reference\":\"PV-17\",\"cleared_at\":\"");
    }

    @Test
    void whoHasNotSeenTheLatestVersionChangesNothing() {
        var host = world.provider(Role.HOST, "host");
        var cdn = world.provider(Role.CDN, "cdn");
        var caseId = notified(host, cdn);

        var stale = world.decide("/v1/cases/" + caseId + "/addressee", "one", "\"0\"", addressee(cdn));

        assertThat(stale.status()).isEqualTo(412);
        assertThat(snapshot(caseId).addressee()).isEqualTo(new CaseSnapshot.Addressee(host.id(), Role.HOST));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /approvals  | {"role": "REGISTRAR", "reason": "r"}                                                | /provider_id
            /approvals  | {"provider_id": "7f1dfb9e-5b59-4a0e-8a36-1f9f6a2f1c11", "reason": "r"}               | /role
            /approvals  | {"provider_id": "7f1dfb9e-5b59-4a0e-8a36-1f9f6a2f1c11", "role": "REGISTRAR"}          | /reason
            /addressee  | {"provider_id": "planted", "role": "HOST", "reason": "r"}                           | /provider_id
            /addressee  | {"provider_id": "7f1dfb9e-5b59-4a0e-8a36-1f9f6a2f1c11", "role": "PLANTED", "reason": "r"} | /role
            /clearances | {"country": "PLANTED", "authority": "POLICE", "reference": "r", "cleared_at": "2026-01-05T10:00:00Z", "reason": "r"} | /country
            /clearances | {"country": "AU", "authority": "PLANTED", "reference": "r", "cleared_at": "2026-01-05T10:00:00Z", "reason": "r"} | /authority
            /clearances | {"country": "AU", "authority": "POLICE", "cleared_at": "2026-01-05T10:00:00Z", "reason": "r"} | /reference
            /clearances | {"country": "AU", "authority": "POLICE", "reference": "r", "reason": "r"}            | /cleared_at
            /clearances | {"country": "AU", "authority": "POLICE", "reference": "r", "cleared_at": "2096-01-05T10:00:00Z", "reason": "r"} | /cleared_at
            """)
    void badInputNamesTheFieldAndNeverItsValue(String path, String body, String field) {
        var answer = decide(reported(), path, body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains(field).doesNotContainIgnoringCase("planted");
    }

    @Test
    void findsCasesByUrlByHashAndByReference() {
        var hash = someHash();
        var url = "http://" + someHost() + "/found";
        var caseId = world.reported(verifiedReport(url, hash));
        var again = world.reported(verifiedReport("http://" + someHost() + "/elsewhere", hash));

        assertThat(found("hash", hash)).contains(caseId.toString(), again.toString());
        assertThat(found("hash", hash.toUpperCase(java.util.Locale.ROOT))).contains(caseId.toString());
        assertThat(found("hash", someHash())).doesNotContain(caseId.toString());
        assertThat(found("url", url)).contains(caseId.toString()).doesNotContain(again.toString());
        assertThat(found("reference", caseId.toString())).contains(caseId.toString());
        assertThat(world.post("/v1/cases/search", "{\"hash\": \"planted\"}").body())
                .contains("/hash")
                .doesNotContain("planted");
        assertThat(world.post("/v1/cases/search", "{\"hash\": \"" + hash + "\", \"url\": \"" + url + "\"}")
                        .status())
                .isEqualTo(400);
        assertThat(world.story(caseId).get("same_content_elsewhere").toString()).contains(again.toString());
    }

    @Test
    void aNoticeSaysThatTheSameContentWasSignalledToTheProviderBefore() {
        var host = world.provider(Role.HOST, "repeats");
        var other = world.provider(Role.HOST, "other");
        var hash = someHash();
        var first = notified(hash, host);
        var reference = reference(first);
        world.pass(Duration.ofHours(1));

        var second = notified(hash, host);
        var elsewhere = notified(hash, other);

        assertThat(mail.to(host.mailbox())).hasSize(2);
        assertThat(mail.to(host.mailbox()).getLast().text()).contains(reference);
        assertThat(world.story(second).get("timeline").toString())
                .contains("SIGNALLED_BEFORE", reference, "SAME_CONTENT_ELSEWHERE");
        assertThat(mail.to(other.mailbox()).getFirst().text()).doesNotContain(reference);
        assertThat(world.story(elsewhere).get("timeline").toString())
                .contains("SAME_CONTENT_ELSEWHERE")
                .doesNotContain("SIGNALLED_BEFORE");
    }

    @Test
    void aStayDownNoticeQuotesTheEarlierOne() {
        var host = world.provider(Role.HOST, "returns");
        var caseId = notified(host);
        var reference = reference(caseId);
        world.looked(caseId, Presence.DOWN);
        world.pass(Duration.ofDays(2));
        world.looked(caseId, Presence.REAPPEARED);
        world.resolved(caseId, host);
        world.looked(caseId, Presence.REAPPEARED);
        world.pass(GATHERED);

        assertThat(snapshot(caseId).action()).isEqualTo(Action.NOTIFIED);
        assertThat(mail.to(host.mailbox())).hasSize(2);
        assertThat(mail.to(host.mailbox()).getLast().text()).contains(reference);
    }

    private String reference(UUID caseId) {
        for (var line : world.story(caseId).get("timeline")) {
            if (line.get("what").asString().equals("NOTICE_ACCEPTED")) {
                return line.get("reference").asString().replaceAll("/.*", "");
            }
        }
        throw new AssertionError("no notice was accepted");
    }

    private UUID reported() {
        return world.reported(verifiedReport("http://" + someHost() + "/s", someHash()));
    }

    private UUID notified(TestWorld.Provider... ranking) {
        return notified(someHash(), ranking);
    }

    private UUID notified(String hash, TestWorld.Provider... ranking) {
        var caseId = world.reported(verifiedReport("http://" + someHost() + "/s", hash));
        world.resolved(caseId, ranking);
        world.looked(caseId, Presence.REACHABLE);
        world.pass(GATHERED);
        return caseId;
    }

    private Answer decide(UUID caseId, String path, String body) {
        return world.decide("/v1/cases/" + caseId + path, "one", null, body);
    }

    private Answer clear(UUID caseId, String country, String authority) {
        return decide(caseId, "/clearances", """
                {"country": "%s", "authority": "%s", "reference": "PV-17", "cleared_at": "%s", "reason": "heard"}""".formatted(
                        country, authority, world.now().minusSeconds(60)));
    }

    private static String addressee(TestWorld.Provider provider) {
        return """
                {"provider_id": "%s", "role": "%s", "reason": "looked into"}""".formatted(provider.id(), provider.role());
    }

    private String found(String by, String value) {
        return world.post("/v1/cases/search", "{\"%s\": \"%s\"}".formatted(by, value))
                .body();
    }

    private CaseSnapshot snapshot(UUID caseId) {
        return world.last(Topics.CASES, caseId, CaseSnapshot.class);
    }
}
