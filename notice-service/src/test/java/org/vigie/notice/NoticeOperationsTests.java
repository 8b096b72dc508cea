package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.TestWorld.someHash;
import static org.vigie.notice.TestWorld.someHost;
import static org.vigie.notice.TestWorld.verifiedReport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigie.events.Role;
import org.vigie.events.Topics;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.events.removal.ContactFeedbackSnapshot;
import org.vigie.notice.oversight.ListCases;
import org.vigie.notice.oversight.ListCases.Stuck;
import tools.jackson.databind.JsonNode;

/** Looking at notices before and after they leave, and asking contacts whether they work. */
@ServiceTest
class NoticeOperationsTests {

    private static final Duration GATHERED = Duration.ofSeconds(3);

    @Autowired
    private TestWorld world;

    @Autowired
    private ListCases listCases;

    @Autowired
    private MailboxChannel mail;

    @Test
    void aPreviewSaysWhatWillBeSentAndSendsNothing() {
        var host = world.provider(Role.HOST, "abuse");
        var site = someHost();
        var url = "http://" + site + "/p/1.jpg?a=b";
        var caseId = world.reported(verifiedReport(url, someHash()));
        assertThat(world.get("/v1/cases/" + caseId + "/preview").status()).isEqualTo(404);

        world.resolved(caseId, host);
        var waiting = world.get("/v1/cases/" + caseId + "/preview").json();
        assertThat(waiting.get("waits_for").asString()).isEqualTo("WAITS_FOR_LOOK");
        assertThat(mail.to(host.mailbox())).isEmpty();

        world.looked(caseId, Presence.REACHABLE);
        var gathered = world.get("/v1/cases/" + caseId + "/preview");
        assertThat(gathered.body()).doesNotContain(url, site).contains("hxxp://" + site.replace(".", "[.]"));
        assertThat(gathered.json().get("waits_for").asString()).isEqualTo("GATHERING");
        var known = world.get("/v1/cases/" + caseId).json();
        assertThat(known.get("waits_for")).isEqualTo(gathered.json().get("waits_for"));
        assertThat(known.get("waits_until")).isEqualTo(gathered.json().get("waits_until"));
        assertThat(mail.to(host.mailbox())).isEmpty();

        world.pass(GATHERED);
        var sent = mail.to(host.mailbox());
        assertThat(sent).hasSize(1);
        var notice = only(world.get("/v1/cases/" + caseId + "/notices").json().get("notices"));
        assertThat(notice.get("state").asString()).isEqualTo("SENT");
        assertThat(notice.get("attempts").get(0).get("outcome").asString()).isEqualTo("ACCEPTED");
        var shown =
                world.get("/v1/notices/" + notice.get("notice_id").asString()).json();
        assertThat(text(shown))
                .isEqualTo(text(gathered.json())
                        .replaceAll(
                                "RN-[0-9]{4}-00000000/1",
                                notice.get("reference").asString()));
    }

    @Test
    void aTestNamesNoUrlAndAnAnswerConfirmsTheContact() {
        var host = world.provider(Role.HOST, "abuse");
        var path = "/v1/providers/" + host.id() + "/contacts/" + host.contactId();

        var answer = world.decide(path + "/test", "an.operator", null, "");
        assertThat(answer.status()).isEqualTo(202);
        world.settle();

        var sent = mail.to(host.mailbox());
        assertThat(sent)
                .singleElement()
                .satisfies(one -> assertThat(one.text())
                        .contains("This is a test. It names no URL")
                        .doesNotContain("hxxp", "http://", "https://", ".json", ".csv"));
        assertThat(feedback(host))
                .as("accepted by a relay is not answered by a person")
                .isEmpty();

        var reference = answer.json().get("reference").asString();
        var other = world.provider(Role.HOST, "abuse");
        assertThat(confirmed("/v1/providers/" + other.id() + "/contacts/" + other.contactId(), reference))
                .isEqualTo(400);
        assertThat(confirmed(path, "RN-1999-00000001")).isEqualTo(400);
        assertThat(confirmed(path, reference)).isEqualTo(204);

        assertThat(feedback(host)).last().satisfies(said -> {
            assertThat(said.confirmedAt()).isEqualTo(world.now().toEpochMilli());
            assertThat(said.accepted()).isZero();
        });
    }

    @ParameterizedTest
    @CsvSource({"abuse-%s@p4.example., abuse-%s@p4.example", "abuse-%s@-p6.example,"})
    void anAddressIsWrittenToAsItCanBeOrAPersonIsAsked(String stated, @Nullable String sentTo) {
        var host = world.providerAt(Role.HOST, stated);
        var caseId = world.reported(verifiedReport("http://" + someHost() + "/p/1.jpg", someHash()));
        world.resolved(caseId, host);
        world.looked(caseId, Presence.REACHABLE);
        world.pass(GATHERED);

        var preview = world.get("/v1/cases/" + caseId + "/preview");
        var test = world.decide(
                "/v1/providers/" + host.id() + "/contacts/" + host.contactId() + "/test", "an.operator", null, "");
        if (sentTo == null) {
            assertThat(preview.status()).isEqualTo(409);
            assertThat(preview.json().get("type").asString()).endsWith("no-contact");
            assertThat(test.status()).isEqualTo(409);
            assertThat(test.json().get("type").asString()).endsWith("no-contact");
            assertThat(test.body()).doesNotContain("p6.example");
            assertThat(world.tasks(caseId)).containsExactly("NO_CONTACT");
            assertThat(world.get("/v1/cases?stuck=true&limit=500").body()).contains(caseId.toString());
            assertThat(listCases.stuck(1000)).containsEntry(caseId, Stuck.NOTICE_NOT_WRITABLE);
        } else {
            assertThat(preview.status()).isEqualTo(200);
            assertThat(world.get("/v1/cases?stuck=true&limit=500").body()).doesNotContain(caseId.toString());
            assertThat(test.status()).isEqualTo(202);
            assertThat(mail.to(sentTo.formatted(host.id()))).isNotEmpty();
        }
    }

    @Test
    void aTestThatIsRefusedCountsAgainstTheContact() {
        var host = world.provider(Role.HOST, "refuses");

        world.decide("/v1/providers/" + host.id() + "/contacts/" + host.contactId() + "/test", "an.operator", null, "");
        world.settle();

        assertThat(feedback(host))
                .last()
                .satisfies(said -> assertThat(said.refusedPermanently()).isEqualTo(1));
    }

    @Test
    void nobodyIsTestedWithoutAnOperatorAndNoContactThatIsNotThere() {
        var host = world.provider(Role.HOST, "abuse");
        var path = "/v1/providers/" + host.id() + "/contacts/";

        assertThat(world.post(path + host.contactId() + "/test", "").status()).isEqualTo(400);
        assertThat(world.decide(path + UUID.randomUUID() + "/test", "an.operator", null, "")
                        .status())
                .isEqualTo(404);
        assertThat(mail.to(host.mailbox())).isEmpty();
    }

    private int confirmed(String path, String reference) {
        var status = world.decide(path + "/answers", "an.operator", null, """
                {"reference": "%s"}""".formatted(reference))
                .status();
        world.settle();
        return status;
    }

    private List<ContactFeedbackSnapshot> feedback(TestWorld.Provider provider) {
        return world.all(Topics.CONTACT_FEEDBACK, ContactFeedbackSnapshot.class, provider.contactId());
    }

    private static String text(JsonNode shown) {
        // A minute may end in between.
        return shown.get("message")
                .get("parts")
                .get(0)
                .get("text")
                .asString()
                .replaceAll("by [-0-9]+ [:0-9]+ UTC", "by a time");
    }

    private static JsonNode only(JsonNode array) {
        var all = new ArrayList<JsonNode>();
        array.forEach(all::add);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }
}
