package org.vigie.availability;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaTemplate;
import org.vigie.availability.fixture.Request;
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
import org.vigie.testing.TestKafka;
import org.vigie.testing.TestMongo;
import org.vigie.testing.TopicRecords;

/**
 * Three processes on one broker: two of the first vantage, which share its cases, and one of the second, which checks
 * at all of them for itself. They are told apart by the identity each was given.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeveralInstancesTests {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
    private static final int PARTITIONS = 4;
    private static final int CASES = 8;

    private final List<ConfigurableApplicationContext> running = new ArrayList<>();
    private final List<WebFixture> hosts = new ArrayList<>();
    private final List<UUID> cases = new ArrayList<>();
    private String database = "";
    private Path clockFile = Path.of("unset");

    @BeforeAll
    void threeProcessesFollowEightCases() throws Exception {
        clockFile = Files.createTempDirectory("checkers").resolve("clock");
        new SandboxClock(clockFile).moveTo(START);
        database = TestMongo.newDatabase();
        var elsewhere = TestMongo.newDatabase();
        running.add(start("availability-checker", "paris", "one", database));
        running.add(start("availability-checker", "paris", "two", database));
        running.add(start("availability-checker-sydney", "sydney", "elsewhere", elsewhere));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(running)
                        .allSatisfy(process -> assertThat(partitionsOf(process)).isNotEmpty()));
        for (int i = 0; i < CASES; i++) {
            var web = WebFixture.at("127.9.7." + (i + 1))
                    .on("/", WebFixture.content("text/html", "home"))
                    .on("/a.jpg", WebFixture.content("image/jpeg", "x".repeat(100)));
            hosts.add(web);
            cases.add(UUID.randomUUID());
            publish(i, web.url("/a.jpg"));
        }
    }

    @AfterAll
    void stop() {
        running.forEach(ConfigurableApplicationContext::close);
        hosts.forEach(WebFixture::close);
    }

    @Test
    void theyShareTheCasesRemoveTogetherAndTakeOverFromEachOther() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hosts)
                        .allSatisfy(
                                web -> assertThat(looksAt(web, "one", "two")).isEqualTo(1))
                        .allSatisfy(web -> assertThat(looksAt(web, "elsewhere")).isEqualTo(1)));
        assertThat(hosts).as("both have cases").anyMatch(web -> looksAt(web, "one") == 1);
        assertThat(hosts).as("both have cases").anyMatch(web -> looksAt(web, "two") == 1);

        hosts.getFirst().on("/a.jpg", WebFixture.status(410));
        // Blocked where the first vantage is, not where the second is.
        hosts.get(1).on("/a.jpg", (request, out, socket) -> {
            var there = "elsewhere".equals(request.header("user-agent"));
            WebFixture.status(there ? 200 : 410, "Content-Type: image/jpeg").to(request, out, socket);
        });
        letTimePassUntil(cases.getFirst(), Presence.DOWN);
        assertThat(latest(cases.get(1)).orElseThrow().removals()).isEmpty();
        assertThat(TopicRecords.of(Topics.VANTAGES)).isNotEmpty();

        running.removeFirst().close();
        hosts.getLast().on("/a.jpg", WebFixture.status(410));
        letTimePassUntil(cases.getLast(), Presence.DOWN);
    }

    private ConfigurableApplicationContext start(String application, String vantage, String identity, String database) {
        return AvailabilityCheckerApplication.builder()
                .run(Stream.of(
                                "spring.application.name=" + application,
                                "server.port=0",
                                "spring.kafka.bootstrap-servers=" + TestKafka.bootstrapServers(),
                                "spring.mongodb.uri=" + TestMongo.uri(database),
                                "spring.mongodb.database=" + database,
                                "spring.kafka.consumer.group-id=" + application + "-several",
                                "vigie.data=target/several-data",
                                "spring.kafka.consumer.auto-offset-reset=latest",
                                "vigie.api-token=secret",
                                "vigie.clock-file=" + clockFile,
                                "vigie.test-networks=127.9.0.0/16",
                                "vigie.dns=127.0.0.1:1",
                                "vigie.events.partitions=" + PARTITIONS,
                                "vigie.checker.vantage=" + vantage,
                                "vigie.checker.vantages=paris,sydney",
                                "vigie.checker.identities[0].name=" + identity,
                                "vigie.checker.identities[0].headers.User-Agent=" + identity)
                        .map(setting -> "--" + setting)
                        .toArray(String[]::new));
    }

    private static List<Integer> partitionsOf(ConfigurableApplicationContext process) {
        return process.getBean(KafkaListenerEndpointRegistry.class).getListenerContainers().stream()
                .flatMap(container -> Optional.ofNullable(container.getAssignedPartitions()).stream())
                .flatMap(all -> all.stream())
                .filter(partition -> partition.topic().equals(Topics.LOCATIONS))
                .map(partition -> partition.partition())
                .toList();
    }

    private static int looksAt(WebFixture web, String... identities) {
        return (int) web.requests().stream()
                .filter(request -> request.target().equals("/a.jpg"))
                .filter(request -> Arrays.asList(identities).contains(request.header("user-agent")))
                .map(Request::method)
                .filter("HEAD"::equals)
                .count();
    }

    private void letTimePassUntil(UUID caseId, Presence presence) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            var queues = running.stream()
                    .<DueQueue<?>>map(process -> process.getBean("looks", DueQueue.class))
                    .toList();
            if (queues.stream().allMatch(DueQueue::idle)) {
                queues.stream()
                        .flatMap(queue -> queue.nextDue().stream())
                        .min(Instant::compareTo)
                        .ifPresent(this::moveTo);
            }
            assertThat(latest(caseId))
                    .hasValueSatisfying(
                            snapshot -> assertThat(snapshot.presence()).isEqualTo(presence));
        });
    }

    private void moveTo(Instant instant) {
        running.forEach(process -> ((SandboxClock) process.getBean(OneClock.class)).moveTo(instant));
    }

    private static Optional<AvailabilitySnapshot> latest(UUID caseId) {
        return TopicRecords.of(Topics.AVAILABILITY).stream()
                .filter(record -> new String(record.key(), UTF_8).equals(caseId.toString()))
                .map(record -> EventJson.MAPPER.readValue(record.value(), AvailabilitySnapshot.class))
                .reduce((_, later) -> later);
    }

    @SuppressWarnings("unchecked") // keys and values are bytes everywhere
    private void publish(int number, String url) {
        var process = running.getFirst();
        var caseId = cases.get(number);
        var json = EventJson.MAPPER.writeValueAsString(new Location(url, null, null));
        var location = new LocationSnapshot(
                caseId, 1, process.getBean(Keysets.class).location().seal(json, caseId.toString()));
        var kafka = (KafkaTemplate<byte[], byte[]>) process.getBean(KafkaTemplate.class);
        send(kafka, Topics.LOCATIONS, number, caseId, location);
        send(kafka, Topics.CASES, number, caseId, snapshot(caseId));
    }

    private static void send(
            KafkaTemplate<byte[], byte[]> kafka, String topic, int number, UUID caseId, Object snapshot) {
        var partitions = kafka.partitionsFor(topic).size();
        kafka.send(new ProducerRecord<>(
                        topic, number % partitions, caseId.toString().getBytes(UTF_8), EventJson.write(snapshot)))
                .join();
    }

    private static CaseSnapshot snapshot(UUID caseId) {
        return new CaseSnapshot(
                caseId,
                1,
                1,
                Action.ROUTED,
                0,
                Locator.MEDIA,
                HostKind.IPV4,
                List.of(),
                Sightings.NONE,
                false,
                false,
                0,
                START.toEpochMilli(),
                START.toEpochMilli(),
                null,
                0,
                1L,
                null,
                null,
                ProbeRule.ANY,
                null,
                new Wants(null, null),
                null);
    }
}
