package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.TestWorld.someHost;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.vigie.events.Role;
import org.vigie.events.Topics;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.support.access.CallerRole;

/** Whatever others write, where they can write anything, is text on the desk's pages and nothing else. */
@TestPropertySource(
        properties = {
            "vigie.data=target/${test.fork:fork-1}/desk-hostile-data",
            "vigie.clock-file=target/${test.fork:fork-1}/desk-hostile-clock"
        })
@ServiceTest
class DeskHostileTests {

    static final String HOSTILE =
            "\"'><script>alert(1)</script><img src=x onerror=alert(1)>${12345679*9}[[${12345679*9}]]#{x}";
    static final String LINK = "https://evil.example/x";

    @Autowired
    private TestWorld world;

    @LocalServerPort
    private int port;

    @Test
    void nothingThatOthersWriteIsMarkupOrALink() {
        var bea = DeskVisitor.signedIn(port, "bea", CallerRole.ANALYST, CallerRole.APPROVER, CallerRole.OPERATOR);
        var caseId = wholeOfHostility();
        var notice = new WaitingCases(world).notice(caseId);

        var pages = Stream.of("/desk", "/desk/cases/" + caseId, "/desk/notices/" + notice)
                .map(path -> bea.get(path).body())
                .toList();

        assertThat(pages)
                .allSatisfy(page -> assertThat(page)
                        .doesNotContain("<script>alert", "<img src=x", "111111111", LINK)
                        .doesNotContainPattern("href=\"(?!\\.|\\?|#)"));
        assertThat(pages.get(1)).contains("&lt;script&gt;alert(1)&lt;/script&gt;", "hxxps://evil[.]example/x");
    }

    @Test
    void whatIsTypedIsShownAgainAsText() {
        var anna = DeskVisitor.signedIn(port, "anna", CallerRole.ANALYST);
        var caseId = new WaitingCases(world).notified();
        var page = anna.get("/desk/cases/" + caseId).body();
        var typed = DeskForm.of(page, "/holds")
                .with("owner", HOSTILE)
                .with("reason", HOSTILE)
                .with("expires_at", HOSTILE);

        var again = anna.post("/desk/cases/%s/holds".formatted(caseId), typed.sent());

        assertThat(again.status()).isEqualTo(422);
        assertThat(anna.post(
                                "/desk/search",
                                DeskForm.of(anna.get("/desk/search").body(), "/desk/search")
                                        .with("what", HOSTILE)
                                        .sent())
                        .body())
                .doesNotContain("<script>alert", "<img src=x", "111111111");
        assertThat(again.body()).doesNotContain("<script>alert", "<img src=x", "111111111");
    }

    /** An address can be typed by anybody: what it says is never written into the page or into a header. */
    @Test
    void whatAnAddressSaysIsNotRepeated() {
        var anna = DeskVisitor.signedIn(port, "anna", CallerRole.ANALYST);
        var caseId = new WaitingCases(world).notified();

        for (var query : List.of("said", "kind", "whose", "after", "lang", "task")) {
            for (var path : List.of("/desk", "/desk/cases/" + caseId)) {
                var page = anna.get(path + "?" + query + "=%22%3E%3Cscript%3Ealert(1)%0d%0aX-Evil:%201");
                assertThat(page.status()).isEqualTo(200);
                assertThat(page.body()).doesNotContain("<script>alert", "X-Evil");
                assertThat(page.headers().map()).doesNotContainKey("x-evil");
            }
        }
    }

    /** A case of which everything that somebody outside says is hostile. */
    private UUID wholeOfHostility() {
        var host = TestWorld.untold(Role.HOST, "abuse", "NL");
        world.send(Topics.PROVIDERS, host.id(), EveryText.in(TestWorld.snapshotOf(host), HOSTILE));
        var quoted = HOSTILE.replace("\"", "\\\"");
        var report = """
                {"url": "http://%s/a?b=%%3Cscript%%3E", "category": "CSAM", "maturation": "PREPUBESCENT",
                 "verification": "VERIFIED", "verified_at": "2026-01-05T10:00:00Z", "detection_method": "MANUAL_REVIEW", "partner_reference": "%s",
                 "classification": {"scheme": "x", "label": "%s", "organisation": "%s"}}""".formatted(someHost(), quoted, quoted, quoted);
        assertThat(world.post("/v1/reports", report).body()).contains("report_id");
        var caseId = world.reported(report);
        world.resolved(caseId, host);
        world.looked(caseId, Presence.REACHABLE);
        world.pass(Duration.ofSeconds(3));
        var notice = new WaitingCases(world).notice(caseId);
        world.decide("/v1/notices/" + notice + "/reply", "Zoe <b>", null, """
                {"outcome": "NEED_MORE_INFO", "received_at": "%s", "text": "%s %s"}""".formatted(world.now(), quoted, LINK));
        world.decide("/v1/cases/" + caseId + "/holds", "Zoe <b>", null, """
                {"owner": "%s", "reason": "%s", "expires_at": "2036-01-01T00:00:00Z"}""".formatted(quoted, quoted));
        world.settle();
        return caseId;
    }
}
