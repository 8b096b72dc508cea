package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.vigie.notice.inbound.TakeIn;
import org.vigie.support.access.CallerRole;

/** Mail at the desk: text, and what a person says it is. */
@TestPropertySource(
        properties = {
            "vigie.data=target/${test.fork:fork-1}/desk-mail-data",
            "vigie.clock-file=target/${test.fork:fork-1}/desk-mail-clock"
        })
@ServiceTest
class DeskMailTests {

    @Autowired
    private TestWorld world;

    @Autowired
    private TakeIn takeIn;

    @LocalServerPort
    private int port;

    private DeskVisitor anna;

    @BeforeEach
    void somebodyComesIn() {
        anna = DeskVisitor.signedIn(port, "anna", CallerRole.ANALYST);
    }

    @Test
    void mailIsTextAndItsLinksAreDead() {
        var id = take("Subject: <b>your</b> letter\n\n<script>alert(1)</script> see https://evil.example/x "
                + UUID.randomUUID() + "\n");

        assertThat(anna.get("/desk/messages").body()).contains("&lt;b&gt;your&lt;/b&gt; letter", id.toString());
        assertThat(anna.get("/desk/messages/" + id).body())
                .contains(
                        "&lt;script&gt;alert(1)&lt;/script&gt;",
                        "hxxps://evil[.]example/x",
                        "Nothing proves who wrote it.")
                .doesNotContain("<script>alert", "https://evil.example");
    }

    @Test
    void whatAPersonSaysCountsOnce() {
        var waiting = new WaitingCases(world);
        var caseId = waiting.notified();
        var reference = world.get("/v1/notices/" + waiting.notice(caseId))
                .json()
                .get("reference")
                .asString();
        var id = take("Subject: abuse\n\nWe do not know this site. " + UUID.randomUUID() + "\n");
        var form = DeskForm.of(anna.get("/desk/messages/" + id).body(), "/reading")
                .with("message", "ANSWER")
                .with("reason", "names the host");

        var incomplete = anna.post(
                "/desk/messages/%s/reading".formatted(id),
                form.with("notice", "RN-1").sent());
        assertThat(incomplete.status()).isEqualTo(422);
        assertThat(incomplete.body())
                .contains("That is no notice of ours", "value=\"RN-1\"", "value=\"names the host\"");
        form.with("notice", "[" + reference + "]").with("answer", "NOT_OURS");
        assertThat(anna.post("/desk/messages/%s/reading".formatted(id), form.sent())
                        .body())
                .contains("It is recorded.")
                .doesNotContain(id.toString());
        world.settle();

        assertThat(world.story(caseId).get("timeline").toString()).contains("REPLIED_NOT_OURS");
        assertThat(anna.get("/desk/messages/" + id).body()).contains("anna read it, because: names the host");
        assertThat(anna.get("/desk/messages?all=yes").body()).contains(id.toString());
        var otherwise = anna.post(
                "/desk/messages/%s/reading".formatted(id),
                form.with("answer", "ACTIONED").sent());
        assertThat(otherwise.status()).isEqualTo(409);
        assertThat(otherwise.body()).contains("A person read it otherwise before");
    }

    /** The mail that waits longest, and after the last the task that is due first. */
    @Test
    void whoeverReadAMailGoesOnWithWhatIsNext() {
        var mails = List.of(
                take("Subject: spam\n\nBuy. " + UUID.randomUUID() + "\n"),
                take("Subject: spam\n\nSell. " + UUID.randomUUID() + "\n"));
        new WaitingCases(world).suspect();
        var page = anna.get("/desk/messages/" + mails.getFirst());

        for (int read = 0; read < 20 && page.body().contains("/reading\""); read++) {
            page = anna.post(
                    page.address().getPath() + "/reading",
                    DeskForm.of(page.body(), "/reading")
                            .with("message", "UNPARSED")
                            .with("reason", "an advertisement")
                            .with("then", "next")
                            .sent());
        }

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("name=\"task\"");
        assertThat(mails)
                .allSatisfy(id -> assertThat(anna.get("/desk/messages/" + id).body())
                        .contains("anna read it, because: an advertisement"));
        assertThat(anna.get("/desk/messages").body()).contains("No mail waits");
    }

    private UUID take(String text) {
        return takeIn.take(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8), world.now())
                .messageId();
    }
}
