package org.vigie.notice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.TestWorld.someHash;
import static org.vigie.notice.TestWorld.someHost;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.vigie.events.Role;
import org.vigie.events.Topics;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.events.provider.ProviderSnapshot;
import org.vigie.notice.inbound.TakeIn;
import org.vigie.notice.retention.EraseCase;
import org.vigie.notice.task.TaskKind;
import org.vigie.support.access.CallerRole;

/** Every page of the desk with nothing on it and with too much. Pictures are left in {@code target/desk}. */
@TestPropertySource(
        properties = {
            "vigie.data=target/${test.fork:fork-1}/desk-gallery-data",
            "vigie.clock-file=target/${test.fork:fork-1}/desk-gallery-clock"
        })
@ServiceTest
@EnabledIf(
        value = "org.vigie.notice.ReplyPageTests#aBrowserIsThere",
        disabledReason = "the desk in a browser: needs Chromium and npm install in src/test/browser")
class DeskGalleryTests {

    private static final OtherServices OTHERS = new OtherServices();
    private static final UUID PROVIDER = UUID.randomUUID();
    private static final String LONG_NAME = "Gesellschaft für Rechenzentrumsdienstleistungen und Netzwerkinfrastruktur "
            + "Niederösterreich-Burgenland mit beschränkter Haftung, Zweigniederlassung Rotterdam";
    private static final String LONG_WORDS = "It was agreed by telephone with the officer on duty that ".repeat(3);
    private static final CallerRole[] ALL = {CallerRole.ANALYST, CallerRole.APPROVER, CallerRole.OPERATOR};

    @Autowired
    private TestWorld world;

    @Autowired
    private TakeIn takeIn;

    @Autowired
    private EraseCase eraseCase;

    @LocalServerPort
    private int port;

    private final Map<String, Map<String, String>> pages = new LinkedHashMap<>();

    @DynamicPropertySource
    static void others(DynamicPropertyRegistry registry) {
        registry.add("vigie.services.registry", OTHERS::address);
        registry.add("vigie.services.checker", OTHERS::address);
        registry.add("vigie.services.metrics", OTHERS::address);
    }

    @Test
    void withNothing() throws IOException, InterruptedException {
        OTHERS.forget();
        page("none-work", "bea", "/desk?said=nothing_left");
        page("none-mine", "bea", "/desk?whose=mine");
        page("none-mail", "bea", "/desk/messages?all=yes");
        page("none-search", "bea", "/desk/search");
        page("none-shift", "bea", "/desk/shift");
        page("none-steering", "bea", "/desk/steering");
        page("none-provider", "bea", "/desk/providers/" + PROVIDER);
        page("absent", "bea", "/desk/cases/" + UUID.randomUUID());
        page("denied", "nobody", "/desk");
        page("left", "stranger", "/desk/signed-out");
        page("failed", "stranger", "/desk/signed-in?error=access_denied&state=x");

        look();
    }

    @Test
    void withTooMuch() throws IOException, InterruptedException {
        var erased = erased();
        OTHERS.forget();
        OTHERS.sayMuch(PROVIDER, LONG_NAME);
        var waiting = new WaitingCases(world);
        var crowded = crowded();
        var cases = waiting.oneOfEach();
        var mail =
                "Subject: %s\r\n\r\n%s\r\n%s\r\n".formatted("Re: ".repeat(20) + LONG_NAME, LONG_WORDS, "x".repeat(300));
        var message = takeIn.take(mail.getBytes(UTF_8), world.now()).messageId();

        page("work", "bea", "/desk");
        page("work-auditor", "auditor", "/desk");
        page("mail", "bea", "/desk/messages");
        page("message", "bea", "/desk/messages/" + message);
        page("shift", "bea", "/desk/shift");
        page("steering", "bea", "/desk/steering");
        page("provider", "bea", "/desk/providers/" + PROVIDER);
        page("provider-auditor", "auditor", "/desk/providers/" + PROVIDER);
        page("erased", "bea", "/desk/cases/" + erased);
        page("crowded", "bea", "/desk/cases/" + crowded);
        page("crowded-auditor", "auditor", "/desk/cases/" + crowded);
        page("crowded-notice", "bea", "/desk/notices/" + waiting.notice(crowded));
        cases.forEach((kind, caseId) -> page("case-" + kind, "bea", "/desk/cases/" + caseId + "?task=" + task(caseId)));
        page(
                "notice-form",
                "bea",
                "/desk/notices/" + waiting.notice(Objects.requireNonNull(cases.get(TaskKind.WEB_FORM))));
        page(
                "notice-uncertain",
                "bea",
                "/desk/notices/" + waiting.notice(Objects.requireNonNull(cases.get(TaskKind.UNCERTAIN_SEND))));
        page(
                "notice-reply",
                "bea",
                "/desk/notices/" + waiting.notice(Objects.requireNonNull(cases.get(TaskKind.REPLY))));
        page("search", "bea", "/desk/search");

        look();
    }

    private void page(String name, String who, String path) {
        pages.put(name, Map.of("who", who, "path", path));
    }

    private void look() throws IOException, InterruptedException {
        DeskBrowserTests.run(
                "gallery",
                Map.of(
                        "address",
                        "http://127.0.0.1:" + port,
                        "cookies",
                        Map.of(
                                "bea",
                                DeskVisitor.signedIn(port, "bea", ALL).cookie(),
                                "auditor",
                                DeskVisitor.signedIn(
                                                port, "Maximiliane-Friederike von Hohenzollern", CallerRole.AUDITOR)
                                        .cookie(),
                                "nobody",
                                DeskVisitor.signedIn(port, "nobody").cookie()),
                        "pages",
                        pages));
    }

    private String task(UUID caseId) {
        return world.get("/v1/tasks?case_id=" + caseId)
                .json()
                .at("/tasks/0/task_id")
                .asString();
    }

    /** Six who can act, each of them long to name, reminded for weeks; holds that are long to explain. */
    private UUID crowded() {
        var report = """
                {"url": "http://%s/%s", "category": "CSAM", "verification": "VERIFIED", "maturation": "PREPUBESCENT",
                 "verified_at": "2026-01-05T10:00:00Z", "detection_method": "MANUAL_REVIEW", "partner_reference": "%s",
                 "classification": {"scheme": "national", "label": "%s", "organisation": "%s"},
                 "content": {"kind": "MEDIA", "hashes": {"sha256": "%s"}}}""".formatted(someHost(), "long/".repeat(100), "r".repeat(150), LONG_NAME, LONG_NAME, someHash());
        var caseId = world.reported(report);
        world.resolved(
                caseId,
                IntStream.range(0, 6)
                        .mapToObj(at -> named(at == 0 ? Role.CONTENT_ADMIN : at < 4 ? Role.HOST : Role.UPSTREAM))
                        .toArray(TestWorld.Provider[]::new));
        for (int day = 0; day < 14; day++) {
            world.looked(caseId, Presence.REACHABLE);
            world.pass(Duration.ofDays(1));
        }
        for (var owner : new String[] {"police", LONG_NAME}) {
            world.decide("/v1/cases/" + caseId + "/holds", LONG_NAME, null, """
                    {"owner": "%s", "reason": "%s", "expires_at": "%s", "probing_allowed": true}""".formatted(
                            owner, LONG_WORDS, world.now().plus(Duration.ofDays(60))));
        }
        world.settle();
        return caseId;
    }

    private TestWorld.Provider named(Role role) {
        var provider = TestWorld.untold(role, "abuse-department", "NL");
        var told = TestWorld.snapshotOf(provider);
        world.send(
                Topics.PROVIDERS,
                provider.id(),
                new ProviderSnapshot(
                        told.providerId(),
                        told.version(),
                        LONG_NAME,
                        null,
                        told.type(),
                        told.country(),
                        null,
                        null,
                        null,
                        false,
                        null,
                        told.contacts()));
        return provider;
    }

    private UUID erased() {
        var caseId = new WaitingCases(world).notified();
        world.looked(caseId, Presence.DOWN);
        world.pass(Duration.ofSeconds(3));
        world.moveOn(Duration.ofDays(761));
        eraseCase.due(1_000).keySet().forEach(eraseCase::erase);
        world.settle();
        assertThat(world.story(caseId).toString()).contains("ERASED");
        return caseId;
    }
}
