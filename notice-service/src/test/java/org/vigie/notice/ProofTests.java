package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.TestWorld.someHash;
import static org.vigie.notice.TestWorld.someHost;
import static org.vigie.notice.TestWorld.verifiedReport;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigie.events.Role;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.notice.dispatch.Notices;
import org.vigie.notice.dispatch.Proofs;
import org.vigie.support.audit.Audit;
import org.vigie.support.audit.NoteKey;
import org.vigie.support.audit.VerifyAudit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** That a provider was told can be shown to somebody who believes nobody. */
@ServiceTest
class ProofTests {

    @Autowired
    private TestWorld world;

    @Autowired
    private MailboxChannel mail;

    @Autowired
    private Audit audit;

    @Autowired
    private Proofs proofs;

    @Autowired
    private Notices notices;

    @Test
    void showsWhoWasToldWhenAndByWhichMessage() throws Exception {
        var host = world.provider(Role.HOST, "desk");
        var name = someHost();
        var noticeId = notified(name, host);

        var proof = world.get("/v1/notices/" + noticeId + "/proof");

        var message = mail.to(host.mailbox()).getFirst().text().getBytes(StandardCharsets.UTF_8);
        var about = proven(proof.body()).get("about");
        assertThat(about.get("notice").asString()).isEqualTo(noticeId.toString());
        assertThat(about.get("provider").asString()).isEqualTo(host.id().toString());
        assertThat(about.get("provider_name").asString()).isNotBlank();
        assertThat(about.get("contact_kind").asString()).isEqualTo("EMAIL");
        assertThat(about.get("reply").asString()).isEqualTo("2.0.0");
        assertThat(about.get("message_sha256").asString())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(message)));
        assertThat(proven(proof.body()).toString()).doesNotContain(name, host.mailbox());
    }

    @Test
    void isKeptOnceHoweverOftenItIsSaid() {
        var noticeId = notified(someHost(), world.provider(Role.HOST, "desk"));
        var before = proofs.find(noticeId).orElseThrow();

        proofs.accepted(notices.find(noticeId).orElseThrow(), world.now());

        assertThat(proofs.find(noticeId)).contains(before);
        assertThat(world.get("/v1/notices/" + noticeId + "/proof").body()).isEqualTo(before);
    }

    @Test
    void isNotThereForWhatNobodyAccepted() {
        var noticeId = notified(someHost(), world.provider(Role.HOST, "refuses"));

        assertThat(world.get("/v1/notices/" + noticeId + "/proof").status()).isEqualTo(404);
        assertThat(world.get("/v1/notices/" + UUID.randomUUID() + "/proof").status())
                .isEqualTo(404);
    }

    private JsonNode proven(String proof) {
        return JsonMapper.builder().build().readTree(VerifyAudit.proof(proof, List.of(NoteKey.read(audit.key()))));
    }

    private UUID notified(String name, TestWorld.Provider provider) {
        var caseId = world.reported(verifiedReport("http://" + name + "/proof", someHash()));
        world.resolved(caseId, provider);
        world.looked(caseId, Presence.REACHABLE);
        world.pass(Duration.ofSeconds(3));
        return UUID.fromString(world.get("/v1/cases/" + caseId + "/notices")
                .json()
                .at("/notices/0/notice_id")
                .asString());
    }
}
