package org.vigie.availability;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.vigie.availability.fixture.WebFixture;
import org.vigie.events.HostKind;
import org.vigie.events.Locator;
import org.vigie.events.ProbeRule;
import org.vigie.events.Topics;
import org.vigie.events.availability.AvailabilitySnapshot;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.events.removal.CaseSnapshot;
import org.vigie.events.removal.CaseSnapshot.Action;
import org.vigie.events.removal.CaseSnapshot.Sightings;
import org.vigie.events.removal.CaseSnapshot.Wants;
import org.vigie.events.removal.LocationSnapshot;
import org.vigie.events.removal.LocationSnapshot.Location;
import org.vigie.support.events.EventJson;
import org.vigie.support.seal.Keysets;
import org.vigie.support.time.OneClock;
import org.vigie.support.time.SandboxClock;
import org.vigie.support.work.DueQueue;
import org.vigie.testing.InProcessInfrastructure;
import org.vigie.testing.TopicRecords;

/** The checker as a whole, on a clock that is moved, with one host for each test; every story shares one context. */
@InProcessInfrastructure
@SpringBootTest(
        classes = AvailabilityCheckerApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=availability-checker",
            "vigie.data=target/checker-data",
            "vigie.api-token=secret",
            "vigie.test-networks=127.9.0.0/16",
            "vigie.dns=127.0.0.1:1",
            "vigie.events.partitions=2"
        })
abstract class CheckerStory {

    static final Duration PATIENCE = Duration.ofSeconds(60);
    /** One host per test: a host that was just looked at must be left alone for a while. */
    private static final AtomicInteger HOSTS = new AtomicInteger();

    static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

    @LocalServerPort
    int port;

    @Autowired
    private KafkaTemplate<byte[], byte[]> kafka;

    @Autowired
    private Keysets keysets;

    @Autowired
    OneClock clock;

    @Autowired
    private DueQueue<UUID> looks;

    final UUID caseId = UUID.randomUUID();
    final WebFixture web =
            WebFixture.at("127.9.0." + HOSTS.incrementAndGet()).on("/", WebFixture.content("text/html", "home"));

    @DynamicPropertySource
    static void clockFile(DynamicPropertyRegistry registry) throws IOException {
        var file = Files.createTempDirectory("checker").resolve("clock");
        new SandboxClock(file).moveTo(START);
        registry.add("vigie.clock-file", () -> file);
    }

    @BeforeEach
    void thereIsAnImage() {
        web.on("/a.jpg", WebFixture.content("image/jpeg", "x".repeat(100)));
    }

    @AfterEach
    void stop() {
        // Nobody checks any more: the other stories' clock need not stop for this one.
        publish(Topics.CASES, snapshot(1_000_000, Action.RETRACTED, false, null, null));
        web.close();
    }

    final void follow(String url, long version, @Nullable Long checkAfter) {
        publishLocation(url);
        publishCase(version, checkAfter);
    }

    /** Moves the clock from one due check to the next, as the sandbox does. */
    final AvailabilitySnapshot letTimePassUntil(Presence presence) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            if (looks.idle()) {
                looks.nextDue().ifPresent(((SandboxClock) clock)::moveTo);
            }
            assertThat(latest())
                    .hasValueSatisfying(
                            snapshot -> assertThat(snapshot.presence()).isEqualTo(presence));
        });
        return latest().orElseThrow();
    }

    final Instant advance(Duration step) {
        var sandbox = (SandboxClock) clock;
        sandbox.moveTo(sandbox.instant().plus(step));
        return sandbox.instant();
    }

    final AvailabilitySnapshot awaitPresence(Presence presence) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(latest())
                        .hasValueSatisfying(
                                snapshot -> assertThat(snapshot.presence()).isEqualTo(presence)));
        return latest().orElseThrow();
    }

    final Optional<AvailabilitySnapshot> latest() {
        return TopicRecords.of(Topics.AVAILABILITY).stream()
                .filter(record -> new String(record.key(), UTF_8).equals(caseId.toString()))
                .map(record -> EventJson.MAPPER.readValue(record.value(), AvailabilitySnapshot.class))
                .reduce((_, later) -> later);
    }

    final void publishLocation(String url) {
        publishLocation(url, null);
    }

    final void publishLocation(String url, @Nullable String referrer) {
        var json = EventJson.MAPPER.writeValueAsString(new Location(url, referrer, null));
        publish(
                Topics.LOCATIONS,
                new LocationSnapshot(caseId, 1, keysets.location().seal(json, caseId.toString())));
    }

    final void publishCase(long version, @Nullable Long checkAfter) {
        publish(Topics.CASES, snapshot(version, false, checkAfter));
    }

    final void publish(String topic, Object snapshot) {
        kafka.send(new ProducerRecord<>(topic, 1, caseId.toString().getBytes(UTF_8), EventJson.write(snapshot)))
                .join();
    }

    final CaseSnapshot snapshot(long version, boolean held, @Nullable Long checkAfter) {
        return snapshot(version, held, checkAfter, ProbeRule.ANY);
    }

    final CaseSnapshot snapshot(long version, boolean held, @Nullable Long checkAfter, @Nullable ProbeRule rule) {
        return snapshot(version, Action.ROUTED, held, checkAfter, rule);
    }

    private CaseSnapshot snapshot(
            long version, Action action, boolean held, @Nullable Long checkAfter, @Nullable ProbeRule rule) {
        return new CaseSnapshot(
                caseId,
                version,
                1,
                action,
                0,
                Locator.MEDIA,
                HostKind.IPV4,
                List.of(),
                Sightings.NONE,
                held,
                false,
                0,
                START.toEpochMilli(),
                START.toEpochMilli(),
                null,
                0,
                1L,
                null,
                null,
                rule,
                null,
                new Wants(checkAfter, null),
                null);
    }
}
