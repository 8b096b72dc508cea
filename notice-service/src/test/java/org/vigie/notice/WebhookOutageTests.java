package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vigie.notice.TestWorld.someHash;
import static org.vigie.notice.TestWorld.someHost;
import static org.vigie.notice.TestWorld.verifiedReport;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigie.events.Role;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.notice.Receiver.Heard;
import org.vigie.testing.Certificates;
import tools.jackson.databind.JsonNode;

/**
 * Receivers of a partner that take nothing for a day (500, no answer, an answer octet by octet, 302, no TLS where it
 * should be, a certificate that nobody vouches for) beside one whose secret changes: nothing is lost, each report's
 * order is kept, all of it is sent again when asked, and whoever reads meanwhile is answered. {@code -Dvigie.reads} is
 * how many reads each figure is of.
 */
@ServiceTest
class WebhookOutageTests {

    private static final int REPORTS = 4;
    private static final int READS = Integer.getInteger("vigie.reads", 100);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration DAY = Duration.ofDays(1);

    private final String partner = "outage-" + UUID.randomUUID();
    private final Receiver failing = new Receiver();
    private final Receiver silent = new Receiver();
    private final Receiver moved = new Receiver();
    private final Receiver plain = new Receiver();
    private final Receiver working = new Receiver();
    private final Receiver elsewhere = new Receiver();
    private final OddReceiver dripping = new OddReceiver(ServerSocketFactory.getDefault(), 1_000);
    private final OddReceiver untrusted = new OddReceiver(Certificates.sockets("ip:127.0.0.1", "-1d", 30), 1_000);
    private final Map<Object, String> ids = new HashMap<>();

    @Autowired
    private TestWorld world;

    WebhookOutageTests() throws IOException {
        failing.answers(500);
        silent.hangs(true);
        moved.moved(elsewhere.url());
    }

    @AfterEach
    void close() {
        ids.values().forEach(id -> asPartner().delete("/v1/webhooks/" + id));
        Stream.of(failing, silent, moved, plain, working, elsewhere).forEach(Receiver::close);
        dripping.close();
        untrusted.close();
    }

    @Test
    void aDayWithoutThemLosesNothing() {
        Stream.of(failing, silent, moved, working).forEach(receiver -> add(receiver, receiver.url()));
        add(plain, plain.url().replace("http:", "https:"));
        var since = world.now();
        var reports = Stream.generate(this::reported).limit(REPORTS).toList();
        var before = percentile(reports.getFirst());

        world.moveOn(Duration.ofHours(1));
        await().atMost(PATIENCE).until(() -> !silent.all().isEmpty());
        var meanwhile = percentile(reports.getFirst());
        System.out.printf("reads=%d p95_ms=%d p95_ms_while_one_hangs=%d%n", READS, before, meanwhile);
        world.settle();
        rotated(reports);
        later(DAY);

        assertThat(Stream.of(failing, silent, moved, plain))
                .allMatch(one -> one.taken().isEmpty());
        assertThat(elsewhere.all()).as("no redirection is followed").isEmpty();
        assertThat(why(failing).get("answered").asInt()).isEqualTo(500);
        assertThat(why(moved).get("answered").asInt()).isEqualTo(302);
        assertThat(why(silent).get("failure").asString()).isEqualTo("TIMEOUT");
        assertThat(why(plain).get("failure").asString())
                .as("waits for the rest of a line")
                .isEqualTo("TIMEOUT");
        assertThat(failing.all()).as("asked now and then").hasSizeLessThan(10);
        everythingInOrder(working, reports);

        theyAreBack();

        Stream.of(failing, silent, moved).forEach(one -> everythingInOrder(one, reports));
        var once = failing.taken().stream().map(Heard::id).sorted().toList();
        assertThat(once).doesNotHaveDuplicates();
        post(failing, "/replay", "{\"since\": \"%s\"}".formatted(since));
        world.settle();
        assertThat(failing.taken().stream().skip(once.size()).map(Heard::id).sorted())
                .isEqualTo(once);
    }

    /** An octet of an answer now and then holds nobody up for longer than the whole answer may take. */
    @Test
    void whoeverDripsOrIsNotTrustedHoldsUpNobodyElse() {
        add(dripping, "http://" + dripping.address());
        add(untrusted, "https://" + untrusted.address());
        add(working, working.url());
        var reports = Stream.generate(this::reported).limit(REPORTS).toList();
        world.moveOn(Duration.ofHours(1));
        world.settle();
        reports.forEach(report -> world.looked(caseOf(report), Presence.DOWN));
        world.settle();
        later(DAY);

        everythingInOrder(working, reports);
        assertThat(dripping.answers()).as("asked now and then").isBetween(1, 9);
        assertThat(why(dripping).get("failure").asString()).isEqualTo("TIMEOUT");
        assertThat(why(untrusted).get("failure").asString()).isEqualTo("NO_TLS");
        assertThat(untrusted.answers()).as("no certificate, no message").isZero();
    }

    private void rotated(List<UUID> reports) {
        assertThat(working.taken())
                .isNotEmpty()
                .allMatch(heard -> heard.signature().matches("v1,\\S{44}"));
        var known = working.taken().size();
        post(working, "/rotation", "{}");
        reports.forEach(report -> world.looked(caseOf(report), Presence.DOWN));
        world.settle();
        assertThat(working.taken().stream().skip(known))
                .hasSize(REPORTS)
                .allMatch(heard -> heard.signature().matches("v1,\\S{44} v1,\\S{44}"));
    }

    private void theyAreBack() {
        failing.answers(204);
        moved.answers(204);
        silent.hangs(false);
        later(DAY);
    }

    private void everythingInOrder(Receiver receiver, List<UUID> reports) {
        for (var report : reports) {
            assertThat(receiver.taken().stream()
                            .filter(heard -> heard.reportId().equals(report.toString()))
                            .map(Heard::step))
                    .containsExactly("ASKED", "DOWN");
        }
    }

    /** How long 95 of 100 reads take at most, in milliseconds; each is answered. */
    private long percentile(UUID report) {
        var taken = new ArrayList<Long>();
        for (int read = 0; read < READS; read++) {
            var begun = System.nanoTime();
            assertThat(asPartner().get("/v1/reports/" + report).status()).isEqualTo(200);
            taken.add(System.nanoTime() - begun);
        }
        return taken.stream().sorted().skip(READS * 95L / 100).findFirst().orElseThrow() / 1_000_000;
    }

    private void add(Object receiver, String url) {
        ids.put(
                receiver,
                asPartner()
                        .post("/v1/webhooks", "{\"url\": \"%s\"}".formatted(url))
                        .json()
                        .at("/about/webhook_id")
                        .asString());
    }

    private void post(Receiver receiver, String what, String body) {
        assertThat(asPartner()
                        .post("/v1/webhooks/" + ids.get(receiver) + what, body)
                        .status())
                .isBetween(200, 202);
    }

    private JsonNode why(Object receiver) {
        return asPartner()
                .get("/v1/webhooks/" + ids.get(receiver) + "/deliveries")
                .json()
                .at("/deliveries/0");
    }

    private void later(Duration duration) {
        world.moveOn(duration);
        world.settle();
    }

    private UUID caseOf(UUID report) {
        return world.get("/v1/reports/" + report).id("case_id");
    }

    private UUID reported() {
        var body = verifiedReport("http://" + someHost() + "/o", someHash());
        var report =
                world.as(partner, "partner:submit").post("/v1/reports", body).id("report_id");
        world.settle();
        var caseId = caseOf(report);
        world.resolved(caseId, world.provider(Role.HOST, "host"));
        world.looked(caseId, Presence.REACHABLE);
        world.pass(Duration.ofSeconds(3));
        return report;
    }

    private Asking asPartner() {
        return world.as(partner, "partner:read");
    }
}
