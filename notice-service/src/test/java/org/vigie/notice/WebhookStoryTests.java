package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vigie.notice.TestWorld.someHash;
import static org.vigie.notice.TestWorld.someHost;
import static org.vigie.notice.TestWorld.verifiedReport;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigie.events.Role;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.notice.Receiver.Heard;
import org.vigie.notice.TestWorld.Answer;
import org.vigie.notice.webhook.Backlog;
import tools.jackson.databind.JsonNode;

/** A partner is told of its reports, whatever its receiver does. */
@ServiceTest
class WebhookStoryTests {

    private static final Duration GATHERED = Duration.ofSeconds(3);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final String partner = "hotline-" + UUID.randomUUID();
    private final Receiver receiver;

    @Autowired
    private TestWorld world;

    @Autowired
    private Backlog backlog;

    WebhookStoryTests() throws IOException {
        receiver = new Receiver();
    }

    @AfterEach
    void close() {
        world.as(partner, "partner:read")
                .get("/v1/webhooks")
                .json()
                .get("webhooks")
                .forEach(one -> world.as(partner, "partner:read")
                        .delete("/v1/webhooks/" + one.get("webhook_id").asString()));
        receiver.close();
    }

    @Test
    void itIsToldOfEachStepInOrderAndOfNoUrl() {
        added();
        var report = reported();

        asked(report);
        world.looked(caseOf(report), Presence.DOWN);
        world.settle();

        assertThat(steps()).containsExactly("ASKED", "DOWN");
        assertThat(receiver.taken()).extracting(Heard::id).doesNotHaveDuplicates();
        var first = receiver.taken().getFirst().body();
        assertThat(first.propertyNames()).containsExactly("type", "timestamp", "data");
        assertThat(first.get("type").asString()).isEqualTo("report.step");
        assertThat(first.get("data").propertyNames()).containsExactly("report_id", "partner_reference", "step");
        assertThat(first.at("/data/report_id").asString()).isEqualTo(report.toString());
        assertThat(first.at("/data/partner_reference").asString()).isEqualTo("2026-4711");
        assertThat(receiver.taken().toString()).doesNotContain("http", ".test");
        var deliveries = get("/v1/webhooks/" + webhook().get("webhook_id").asString() + "/deliveries?limit=1");
        assertThat(deliveries.at("/deliveries/0/step").asString()).isEqualTo("DOWN");
        assertThat(deliveries.at("/deliveries/0/answered").asInt()).isEqualTo(204);
    }

    /** Nothing is lost and the order of each report is kept. */
    @Test
    void aReceiverThatFailsForADayGetsAllOfItThen() {
        added();
        receiver.answers(500);
        var first = reported();
        asked(first);
        assertThat(webhook().get("state").asString()).isEqualTo("FAILING");
        world.looked(caseOf(first), Presence.DOWN);
        var second = reported();
        asked(second);
        later(DAY);
        assertThat(receiver.taken()).isEmpty();
        var waiting = backlog.at(world.now());
        assertThat(waiting.oldest()).isGreaterThanOrEqualTo(DAY);
        assertThat(waiting.messages()).isGreaterThanOrEqualTo(2);

        receiver.answers(204);
        later(DAY);

        assertThat(steps(first)).containsExactly("ASKED", "DOWN");
        assertThat(steps(second)).containsExactly("ASKED");
        assertThat(webhook().get("state").asString()).isEqualTo("WORKING");
        assertThat(webhook().get("reports_held_up").asInt()).isZero();
        assertThat(backlog.at(world.now()).messages()).isLessThan(waiting.messages());
    }

    @Test
    void whatIsNotTakenHoldsUpItsReportOnly() {
        added();
        var refused = reported();
        receiver.refuses(refused.toString());
        asked(refused);
        world.looked(caseOf(refused), Presence.DOWN);
        var other = reported();
        asked(other);

        assertThat(steps(refused)).isEmpty();
        assertThat(steps(other)).containsExactly("ASKED");
        assertThat(webhook().get("reports_held_up").asInt()).isEqualTo(1);
        assertThat(webhook().get("state").asString()).isEqualTo("WORKING");

        receiver.refuses("none");
        later(DAY);

        assertThat(steps(refused)).containsExactly("ASKED", "DOWN");
        assertThat(webhook().get("reports_held_up").asInt()).isZero();
    }

    @Test
    void afterThreeDaysItIsDisabledAndGoesOnWhereItWasOnceEnabled() {
        var id = added();
        receiver.answers(503);
        var report = reported();
        asked(report);
        for (int day = 0; day < 10 && isState("FAILING"); day++) {
            later(DAY);
        }
        var disabled = webhook();
        assertThat(disabled.get("state").asString()).isEqualTo("DISABLED");
        assertThat(disabled.get("cause").asString()).isEqualTo("FAILURES");
        var tried = receiver.all().size();
        world.looked(caseOf(report), Presence.DOWN);
        later(DAY);
        assertThat(receiver.all()).hasSize(tried);

        receiver.answers(200);
        assertThat(post(id, "/enabling", "{}").status()).isEqualTo(200);
        world.settle();

        assertThat(steps()).containsExactly("ASKED", "DOWN");
    }

    @Test
    void aSecretThatChangesSignsAlongForADay() {
        var id = added();
        asked(reported());
        assertThat(receiver.taken().getLast().signature()).doesNotContain(" ");

        var changed = post(id, "/rotation", "{}");
        assertThat(changed.json().get("secret").asString()).matches("whsec_[A-Za-z0-9+/]{43}=");
        asked(reported());
        assertThat(receiver.taken().getLast().signature()).matches("v1,\\S{44} v1,\\S{44}");

        later(DAY);
        asked(reported());
        assertThat(receiver.taken().getLast().signature()).doesNotContain(" ");
    }

    /** One that hangs holds up its own messages and nobody else's. */
    @Test
    void aReceiverThatHangsHoldsUpNobodyElse() throws IOException {
        try (var hanging = new Receiver()) {
            hanging.hangs(true);
            add(hanging.url());
            added();
            var report = reported();
            prepared(report);
            world.moveOn(HOUR);

            await().atMost(Duration.ofSeconds(10)).until(() -> steps().equals(List.of("ASKED")));
            await().atMost(Duration.ofSeconds(10)).until(() -> hanging.all().size() == 1);
            assertThat(world.as(partner, "partner:read")
                            .get("/v1/reports/" + report)
                            .status())
                    .isEqualTo(200);
        }
        world.settle();
    }

    @Test
    void whatWasSentIsSentAgainWhenAsked() {
        var id = added();
        var report = reported();
        asked(report);
        var since = world.now();
        later(HOUR);
        world.looked(caseOf(report), Presence.DOWN);
        world.settle();
        var ids = receiver.taken().stream().map(Heard::id).toList();

        var delivery = get("/v1/webhooks/" + id + "/deliveries").at("/deliveries/1/delivery_id");
        assertThat(post(id, "/deliveries/" + delivery.asString() + "/replay", "{}")
                        .status())
                .isEqualTo(202);
        world.settle();
        assertThat(post(id, "/replay", "{\"since\": \"%s\"}".formatted(since)).status())
                .isEqualTo(202);
        world.settle();

        assertThat(receiver.taken())
                .extracting(Heard::id)
                .containsExactly(ids.get(0), ids.get(1), ids.get(0), ids.get(0), ids.get(1));
    }

    @Test
    void aTestIsSentToOneThatIsDisabledToo() {
        var id = added();
        post(id, "/disabling", "{}");
        assertThat(post(id, "/ping", "{}").status()).isEqualTo(202);
        world.settle();

        assertThat(receiver.taken().getLast().body().get("type").asString()).isEqualTo("webhook.ping");
        assertThat(webhook().get("cause").asString()).isEqualTo("ASKED");
    }

    @Test
    void oneThatIsGoneIsDisabled() {
        added();
        receiver.answers(410);
        asked(reported());

        assertThat(webhook().get("cause").asString()).isEqualTo("GONE");
        assertThat(receiver.all()).hasSize(1);
    }

    @Test
    void thereAreFiveAtMostAndNotAnywhere() {
        assertThat(add("http://192.0.2.1/").status()).isEqualTo(400);
        for (int i = 0; i < 5; i++) {
            assertThat(add("https://hook.test/").status()).isEqualTo(201);
        }
        assertThat(add("https://hook.test/").status()).isEqualTo(409);
        assertThat(add("https://hook.test/").body()).contains("too-many-webhooks");
    }

    @Test
    void thereAreFiveAtMostHoweverManyAreAskedForAtOnce() throws InterruptedException {
        Callable<Integer> asked = () -> add("https://hook.test/").status();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(callers.invokeAll(Collections.nCopies(40, asked)))
                    .extracting(Future::resultNow)
                    .filteredOn(status -> status == 201)
                    .hasSize(5);
        }
    }

    private String added() {
        return add(receiver.url()).json().at("/about/webhook_id").asString();
    }

    private Answer add(String url) {
        return world.as(partner, "partner:read").post("/v1/webhooks", "{\"url\": \"%s\"}".formatted(url));
    }

    private Answer post(String webhook, String what, String body) {
        return world.as(partner, "partner:read").post("/v1/webhooks/" + webhook + what, body);
    }

    private boolean isState(String state) {
        return webhook().get("state").asString().equals(state);
    }

    private JsonNode webhook() {
        return get("/v1/webhooks").at("/webhooks/0");
    }

    private JsonNode get(String path) {
        return world.as(partner, "partner:read").get(path).json();
    }

    private List<String> steps() {
        return receiver.taken().stream().map(Heard::step).toList();
    }

    private List<String> steps(UUID report) {
        return receiver.taken().stream()
                .filter(heard -> heard.reportId().equals(report.toString()))
                .map(Heard::step)
                .toList();
    }

    private void later(Duration duration) {
        world.moveOn(duration);
        world.settle();
    }

    private void asked(UUID report) {
        prepared(report);
        later(HOUR);
    }

    private void prepared(UUID report) {
        var caseId = caseOf(report);
        world.resolved(caseId, world.provider(Role.HOST, "host"));
        world.looked(caseId, Presence.REACHABLE);
        world.pass(GATHERED);
    }

    private UUID caseOf(UUID reportId) {
        return world.get("/v1/reports/" + reportId).id("case_id");
    }

    private UUID reported() {
        var report = verifiedReport("http://" + someHost() + "/w", someHash())
                .replaceFirst("\\{", "{\"partner_reference\": \"2026-4711\", ");
        var id = world.as(partner, "partner:submit").post("/v1/reports", report).id("report_id");
        world.settle();
        return id;
    }
}
