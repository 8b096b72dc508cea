package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.TestWorld.someHash;
import static org.vigie.notice.TestWorld.someHost;
import static org.vigie.notice.TestWorld.verifiedReport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.vigie.events.Role;
import org.vigie.events.Topics;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.events.removal.CaseSnapshot;
import org.vigie.notice.replylink.ReplyTokens;

/** The reply page over HTTP, as a browser without JavaScript uses it. */
@TestPropertySource(
        properties = {
            "vigie.data=target/${test.fork:fork-1}/reply-page-data",
            "vigie.clock-file=target/${test.fork:fork-1}/reply-page-clock",
            "vigie.reply-url=http://127.0.0.1:8081",
            "vigie.reply-requests-per-minute=100000"
        })
@ServiceTest
class ReplyPageTests {

    private static final Path SCRIPTS = Path.of("src/test/browser");
    private static final Duration GATHERED = Duration.ofSeconds(3);
    private static final Pattern CODE = Pattern.compile("(?m)^([0-9]{4}) ([0-9]{4})\r?$");

    @Autowired
    private TestWorld world;

    @Autowired
    private MailboxChannel mail;

    @Autowired
    private ReplyTokens tokens;

    @LocalServerPort
    private int port;

    private ReplyVisitor visitor;

    @BeforeEach
    void arrives() {
        visitor = new ReplyVisitor(port);
    }

    @Test
    void showsNoUrlBeforeTheCodeAndThenAnswersWithOneClick() {
        var host = world.provider(Role.HOST, "desk");
        var name = someHost();
        var caseId = notified(name, host);
        var link = link(host);

        var locked = visitor.get(link);
        assertThat(locked.status()).isEqualTo(200);
        assertThat(locked.body())
                .contains("RN-", "as the hosting provider", "by</dt>")
                .doesNotContain(name, name.replace(".", "[.]"), "<script");
        assertThat(locked.header("Cache-Control")).isEqualTo("no-store");
        assertThat(locked.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(locked.header("Content-Security-Policy")).startsWith("default-src 'none'");

        prove(host, link);
        var open = visitor.get(link);
        assertThat(open.body())
                .contains(
                        "http://" + name + "/r", "hxxp://" + name.replace(".", "[.]") + "/r", "Open, as far as we know")
                .contains("Everything open at this mailbox");
        assertThat(visitor.get(link + "/open.csv").body().lines())
                .allMatch(line -> line.matches("\"[^\"]*\"(,\"[^\"]*\")+"), "every cell is quoted")
                .anyMatch(line -> line.endsWith("\"http://" + name + "/r\""));
        assertThat(visitor.get(link + "/open.json").body()).startsWith("[{").contains("http://" + name + "/r");

        world.moveOn(Duration.ofMinutes(10));
        var answered = visitor.post(link + "/answers", "outcome=ACTIONED&text=");
        world.settle();

        assertThat(answered.body()).contains("Your answer is recorded.", "We check at once.");
        var wanted = snapshot(caseId).wants().checkAfter();
        assertThat(Instant.ofEpochMilli(wanted == null ? 0 : wanted)).isEqualTo(world.now());
        assertThat(world.story(caseId).get("targetings").get(0).get("end").asString())
                .isEqualTo("OPEN");
        assertThat(world.story(caseId).get("timeline").toString()).contains("\"what\":\"REPLIED_ACTIONED\"");
    }

    @Test
    void whoIsNotConcernedIsFollowedByTheNext() {
        var first = world.provider(Role.CONTENT_ADMIN, "desk");
        var second = world.provider(Role.HOST, "next");
        var caseId = notified(someHost(), first, second);
        var link = link(first);
        prove(first, link);

        visitor.post(link + "/answers", "outcome=NOT_OURS&text=Ask+the+host");
        world.settle();
        world.looked(caseId, Presence.REACHABLE);
        world.pass(GATHERED);

        assertThat(mail.to(second.mailbox())).hasSize(1);
        assertThat(world.story(caseId).get("timeline").toString()).contains("Ask the host");
    }

    @Test
    void aDisputeIsASecondAssessorsAndRemindersPause() {
        var host = world.provider(Role.HOST, "desk");
        var caseId = notified(someHost(), host);
        var link = link(host);
        prove(host, link);
        var mails = mail.to(host.mailbox()).size();

        visitor.post(link + "/answers", "outcome=DISPUTES_AGE&text=An+adult");
        world.pass(Duration.ofHours(25));
        world.looked(caseId, Presence.REACHABLE);
        world.pass(Duration.ofHours(7));

        assertThat(world.tasks(caseId)).containsExactly("DISPUTE");
        assertThat(mail.to(host.mailbox())).hasSize(mails);
    }

    @Test
    void whoDisputesTheAgeOfSomebodyKnownIsToldSoOnThePage() {
        var host = world.provider(Role.HOST, "desk");
        var caseId = notified(someHost(), host);
        world.decide("/v1/cases/" + caseId + "/classification", "The first", null, """
                {"verification": "VERIFIED", "organisation": "Example", "victim_identified": true}""");
        world.settle();
        var link = link(host);
        prove(host, link);
        assertThat(visitor.get(link).body()).doesNotContain("is known to us");

        visitor.post(link + "/answers", "outcome=DISPUTES_AGE&text=");

        assertThat(visitor.get(link).body()).contains("The person shown is known to us.");
        assertThat(new ReplyVisitor(port).get(link).body()).doesNotContain("is known to us");
    }

    @Test
    void theSameAnswerTwiceIsOne() {
        var host = world.provider(Role.HOST, "desk");
        var caseId = notified(someHost(), host);
        var link = link(host);
        prove(host, link);
        visitor.post(link + "/answers", "outcome=ACTIONED");
        world.moveOn(Duration.ofSeconds(5));
        var twice = visitor.post(link + "/answers", "outcome=ACTIONED");

        assertThat(twice.body()).contains("Your answer is recorded.");
        assertThat(replies(caseId)).hasSize(1);
    }

    @Test
    void aWrongCodeShowsNothingAndFiveEndIt() {
        var host = world.provider(Role.HOST, "desk");
        var name = someHost();
        notified(name, host);
        var link = link(host);
        visitor.post(link + "/code", "lang=en");
        var code = code(host);

        for (int tries = 0; tries < 5; tries++) {
            var wrong = "%08d".formatted((Integer.parseInt(code) + 1 + tries) % 100_000_000);
            assertThat(visitor.post(link + "/proof", "code=" + wrong).body()).contains("not the code");
        }
        var late = visitor.post(link + "/proof", "code=" + code);

        assertThat(late.body()).contains("No code counts any more").doesNotContain(name);
        assertThat(visitor.post(link + "/answers", "outcome=ACTIONED").body()).contains("needs the code first");
        assertThat(visitor.get(link + "/open.csv").body()).doesNotContain(name);
        assertThat(visitor.post(link + "/code", "lang=en").body()).contains("within the last minute");
        world.moveOn(Duration.ofMinutes(2));
        assertThat(visitor.post(link + "/code", "lang=en").body()).contains("A code was sent");
        world.moveOn(Duration.ofMinutes(16));
        assertThat(visitor.post(link + "/proof", "code=" + code(host)).body()).contains("No code counts any more");
    }

    @Test
    void anExpiredLinkSaysSo() {
        var host = world.provider(Role.HOST, "desk");
        notified(someHost(), host);
        var link = link(host);
        world.moveOn(Duration.ofDays(91));

        assertThat(visitor.get(link).status()).isEqualTo(410);
        assertThat(visitor.get(link).body()).contains("This link has expired");
    }

    /** Not even a proof for another notice opens one. */
    @Test
    void nothingIsReachedByAlteredTokensOrAnotherNoticesProof() {
        var host = world.provider(Role.HOST, "desk");
        var name = someHost();
        notified(name, host);
        var link = link(host);
        var another = world.provider(Role.HOST, "another");
        notified(someHost(), another);
        prove(another, link(another));

        assertThat(visitor.stealing(link).body()).doesNotContain(name);
        var random = new Random(22);
        for (int i = 0; i < 10_000; i++) {
            var token = new StringBuilder(link.substring("/replies/".length()));
            var at = random.nextInt(token.length());
            token.setCharAt(at, token.charAt(at) == 'A' ? 'B' : 'A');
            var path = i % 2 == 0 ? "/replies/" + token : "/v1/replies/" + token;
            var answer = visitor.plain(path);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.body()).doesNotContain("RN-2");
        }
    }

    @Test
    void verifiesAReferenceWithoutAnythingElse() {
        var host = world.provider(Role.HOST, "desk");
        var name = someHost();
        var caseId = notified(name, host);
        var reference = notice(caseId).get("reference").asString();

        var yes = visitor.get("/verify?reference=" + reference);
        var small = visitor.get("/verify?reference=%5B" + reference.toLowerCase(Locale.ROOT) + "%5D");
        var no = visitor.get("/verify?reference=RN-2026-99999999/1");

        assertThat(yes.body()).contains("Yes: we sent " + reference).doesNotContain(name, host.mailbox());
        assertThat(small.body()).contains("Yes: we sent");
        assertThat(no.body()).contains("No: we sent no notice");
        assertThat(visitor.get("/verify?reference=%3Cb%3E").body())
                .contains("No: we sent")
                .doesNotContain("<b>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void speaksBothLanguages(String language) {
        var host = world.provider(Role.HOST, "desk");
        notified(someHost(), host);

        var page = visitor.get(link(host) + "?lang=" + language);

        assertThat(page.body())
                .contains("<html lang=\"" + language + "\"")
                .contains(language.equals("fr") ? "Répondre à une notification" : "Answer a notice")
                .doesNotContain("??");
    }

    /** Screenshots and what axe-core found are left in {@code target/reply-page}. */
    @Test
    @EnabledIf(
            value = "aBrowserIsThere",
            disabledReason = "the reply page in a browser: needs Chromium and npm install in src/test/browser")
    void worksAndLooksRightInABrowser() throws IOException, InterruptedException {
        var host = world.provider(Role.HOST, "desk");
        var caseId = notified(someHost(), host);
        var link = link(host);
        visitor.post(link + "/code", "lang=en");
        var noticeId = UUID.fromString(notice(caseId).get("notice_id").asString());
        var expired =
                tokens.link(noticeId, world.now().minus(Duration.ofDays(100))).orElseThrow();
        var output = Path.of("target/reply-page");
        Files.createDirectories(output);
        var log = output.resolve("browser.txt").toFile();
        var process = new ProcessBuilder(
                        "node",
                        "look.mjs",
                        "http://127.0.0.1:" + port,
                        link,
                        code(host),
                        expired.url().substring("http://127.0.0.1:8081".length()),
                        link.substring(0, link.length() - 1) + "-",
                        notice(caseId).get("reference").asString(),
                        "../../../target/reply-page")
                .directory(SCRIPTS.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();

        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log.toPath())).isZero();
        assertThat(replies(caseId)).hasSize(1);
    }

    static boolean aBrowserIsThere() {
        return Files.isDirectory(SCRIPTS.resolve("node_modules")) && Files.isExecutable(Path.of("/usr/bin/chromium"));
    }

    private void prove(TestWorld.Provider provider, String link) {
        assertThat(visitor.post(link + "/code", "lang=en").body()).contains("A code was sent");
        assertThat(visitor.post(link + "/proof", "code=" + code(provider)).body())
                .contains("for eight hours");
    }

    private String code(TestWorld.Provider provider) {
        var matcher = CODE.matcher(mail.to(provider.mailbox()).getLast().text());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1) + matcher.group(2);
    }

    private String link(TestWorld.Provider provider) {
        return ReplyVisitor.link(mail.to(provider.mailbox()).getFirst().text());
    }

    private UUID notified(String name, TestWorld.Provider... providers) {
        var caseId = world.reported(verifiedReport("http://" + name + "/r", someHash()));
        world.resolved(caseId, providers);
        world.looked(caseId, Presence.REACHABLE);
        world.pass(GATHERED);
        return caseId;
    }

    private Iterable<tools.jackson.databind.JsonNode> replies(UUID caseId) {
        return world.get("/v1/notices/" + notice(caseId).get("notice_id").asString() + "/replies")
                .json()
                .get("replies");
    }

    private tools.jackson.databind.JsonNode notice(UUID caseId) {
        return world.get("/v1/cases/" + caseId + "/notices")
                .json()
                .get("notices")
                .get(0);
    }

    private CaseSnapshot snapshot(UUID caseId) {
        return world.last(Topics.CASES, caseId, CaseSnapshot.class);
    }
}
