package org.vigie.notice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.web.client.RestClient;
import org.vigie.events.Confidence;
import org.vigie.events.HostKind;
import org.vigie.events.ProbeRule;
import org.vigie.events.Role;
import org.vigie.events.Topics;
import org.vigie.events.availability.AvailabilitySnapshot;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.events.availability.AvailabilitySnapshot.Removal;
import org.vigie.events.availability.AvailabilitySnapshot.RemovalClass;
import org.vigie.events.provider.ChainSnapshot;
import org.vigie.events.provider.ChainSnapshot.Approval;
import org.vigie.events.provider.ChainSnapshot.Hop;
import org.vigie.events.provider.ProviderSnapshot;
import org.vigie.events.provider.ProviderSnapshot.Channel;
import org.vigie.events.provider.ProviderSnapshot.Contact;
import org.vigie.events.provider.ProviderSnapshot.Format;
import org.vigie.events.provider.ProviderSnapshot.Health;
import org.vigie.notice.reference.NameBasedIds;
import org.vigie.support.events.EventJson;
import org.vigie.support.time.OneClock;
import org.vigie.support.time.SandboxClock;
import org.vigie.support.work.WorkInProgress;
import org.vigie.testing.DescribedAnswers;
import org.vigie.testing.TestIssuer;
import org.vigie.testing.TopicRecords;
import tools.jackson.databind.JsonNode;

/** The other services and the people, as far as this one meets them. */
@TestComponent
class TestWorld {

    /** For a machine with other work: sixty notices of one mail take their time. */
    private static final Duration SETTLED = Duration.ofMinutes(2);

    static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

    private final KafkaTemplate<byte[], byte[]> kafka;
    private final Environment environment;
    private final SandboxClock clock;
    private final List<WorkInProgress> work;
    private final Map<UUID, List<Removal>> removals = new HashMap<>();
    private final Map<UUID, Long> versions = new HashMap<>();

    TestWorld(KafkaTemplate<byte[], byte[]> kafka, Environment environment, OneClock clock, List<WorkInProgress> work) {
        this.kafka = kafka;
        this.environment = environment;
        this.clock = (SandboxClock) clock;
        this.work = work;
        if (this.clock.instant().isBefore(START)) {
            this.clock.moveTo(START);
        }
    }

    record Answer(int status, String body) {
        JsonNode json() {
            return EventJson.MAPPER.readTree(body);
        }

        UUID id(String field) {
            return UUID.fromString(json().get(field).asString());
        }
    }

    record Provider(UUID id, Role role, String mailbox, String country) {
        UUID contactId() {
            return NameBasedIds.of("contact", id);
        }
    }

    Instant now() {
        return clock.instant();
    }

    /** Moves time at once, whatever is due on the way. */
    void moveOn(Duration duration) {
        clock.moveTo(now().plus(duration));
    }

    /** Lets time pass, work by work, as the sandbox does. */
    void pass(Duration duration) {
        var until = now().plus(duration);
        while (now().isBefore(until)) {
            settle();
            var next = work.stream()
                    .flatMap(one -> one.nextDue().stream())
                    .filter(due -> due.isAfter(now()))
                    .min(Instant::compareTo)
                    .orElse(until);
            clock.moveTo(next.isBefore(until) ? next : until);
        }
        settle();
    }

    /** Waits until nothing is due or under way. */
    void settle() {
        soon().until(() -> {
            var before = begun();
            return work.stream().allMatch(WorkInProgress::idle) && before == begun();
        });
    }

    /** It is most often so at once; a story asks some thousand times. */
    private static ConditionFactory soon() {
        return await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(3))
                .atMost(SETTLED);
    }

    private long begun() {
        return work.stream().mapToLong(WorkInProgress::begun).sum();
    }

    Answer post(String path, String body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    Answer post(String path, String body, String key) {
        return exchange(HttpMethod.POST, path, body, key);
    }

    /** As a person, who has read a version of what is changed or not. */
    Answer decide(String path, String operator, @Nullable String match, String body) {
        return exchange(HttpMethod.POST, path, body, UUID.randomUUID().toString(), operator, match);
    }

    /** As a person who may say it again under the same key. */
    Answer decide(String path, String operator, @Nullable String match, String body, String key) {
        return exchange(HttpMethod.POST, path, body, key, operator, match);
    }

    /** As a person. */
    Answer put(String path, String operator, String body) {
        return exchange(HttpMethod.PUT, path, body, null, operator, null);
    }

    /** As a person who has read a version. */
    Answer put(String path, String operator, String match, String body) {
        return exchange(HttpMethod.PUT, path, body, null, operator, match);
    }

    /** The version that is read. */
    String tag(String path) {
        return client().get()
                .uri(path)
                .header("Authorization", "Bearer secret")
                .exchange((_, response) ->
                        Objects.requireNonNull(response.getHeaders().getETag()));
    }

    private RestClient client() {
        return DescribedAnswers.client(environment.getRequiredProperty("local.server.port", Integer.class))
                .build();
    }

    Answer get(String path) {
        return exchange(HttpMethod.GET, path, null, null);
    }

    /** A principal with these roles, or a partner. */
    Asking as(String subject, String... roles) {
        return with(TestIssuer.shared().token(subject, roles));
    }

    /** Whoever has this token. */
    Asking with(String token) {
        return new Asking(client(), token);
    }

    private Answer exchange(HttpMethod method, String path, @Nullable String body, @Nullable String key) {
        return exchange(method, path, body, key, null, null);
    }

    private Answer exchange(
            HttpMethod method,
            String path,
            @Nullable String body,
            @Nullable String key,
            @Nullable String operator,
            @Nullable String match) {
        var request = client().method(method).uri(path).header("Authorization", "Bearer secret");
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        if (operator != null) {
            request.header("Vigie-Operator", operator);
        }
        if (match != null) {
            request.header("If-Match", match);
        }
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        return answered(request);
    }

    static Answer answered(RestClient.RequestHeadersSpec<?> request) {
        return request.exchangeForRequiredValue((_, response) -> new Answer(
                response.getStatusCode().value(), new String(response.getBody().readAllBytes(), UTF_8)));
    }

    /** Hands in a report and returns the case it was applied to. */
    UUID reported(String json) {
        var report = post("/v1/reports", json).id("report_id");
        settle();
        return get("/v1/reports/" + report).id("case_id");
    }

    static String verifiedReport(String url, String hash) {
        return """
                {"url": "%s", "category": "CSAM", "maturation": "PREPUBESCENT", "verification": "VERIFIED",
                 "verified_at": "2026-01-05T10:00:00Z", "detection_method": "MANUAL_REVIEW",
                 "classification": {"scheme": "interpol", "label": "baseline", "act": "SEX_ACT",
                                    "organisation": "Example", "assessors": 2},
                 "content": {"kind": "MEDIA", "hashes": {"sha256": "%s"}}}
                """.formatted(url, hash);
    }

    static String someHash() {
        return (UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", "");
    }

    static String someHost() {
        return UUID.randomUUID() + ".test";
    }

    /** A provider with one mailbox, told to the service. */
    Provider provider(Role role, String mailboxPrefix) {
        return provider(role, mailboxPrefix, "NL");
    }

    Provider provider(Role role, String mailboxPrefix, String country) {
        var provider = untold(role, mailboxPrefix, country);
        send(Topics.PROVIDERS, provider.id(), snapshotOf(provider));
        return provider;
    }

    /** One whose contact has just this address; {@code %s} stands for the provider's id. */
    Provider providerAt(Role role, String mailbox) {
        var id = UUID.randomUUID();
        var provider = new Provider(id, role, mailbox.formatted(id), "NL");
        send(Topics.PROVIDERS, id, snapshotOf(provider));
        return provider;
    }

    /** One whose contact has this address and wants notices in this form and language. */
    Provider providerAt(Role role, String mailbox, Format format, String language) {
        var provider = new Provider(UUID.randomUUID(), role, mailbox, "NL");
        send(
                Topics.PROVIDERS,
                provider.id(),
                snapshotOf(provider, Channel.EMAIL, format, language, Health.OK, false, 1));
        return provider;
    }

    /** One whose contact was vetted never to forward a notice. */
    Provider vettedProvider(Role role, String mailboxPrefix) {
        var provider = untold(role, mailboxPrefix, "NL");
        send(Topics.PROVIDERS, provider.id(), snapshotOf(provider, Health.OK, true, 1));
        return provider;
    }

    /** The provider is told anew: its contact is as given from now on. */
    void retold(Provider known, Health health, boolean noForward) {
        send(Topics.PROVIDERS, known.id(), snapshotOf(known, health, noForward, 2));
    }

    /** One that takes notices by its web form only. */
    Provider providerWithForm(Role role) {
        var id = UUID.randomUUID();
        var provider = new Provider(id, role, "https://provider.example/abuse/" + id, "NL");
        send(Topics.PROVIDERS, id, snapshotOf(provider, Channel.WEB_FORM, Format.TEXT, "en", Health.OK, false, 1));
        return provider;
    }

    /** A provider that the service has not heard of. */
    static Provider untold(Role role, String mailboxPrefix, String country) {
        var id = UUID.randomUUID();
        return new Provider(id, role, mailboxPrefix + "-" + id + "@provider.example", country);
    }

    static ProviderSnapshot snapshotOf(Provider provider) {
        return snapshotOf(provider, Health.OK, false, 1);
    }

    private static ProviderSnapshot snapshotOf(Provider provider, Health health, boolean noForward, long version) {
        return snapshotOf(provider, Channel.EMAIL, Format.XARF4, "en", health, noForward, version);
    }

    private static ProviderSnapshot snapshotOf(
            Provider provider,
            Channel channel,
            Format format,
            String language,
            Health health,
            boolean noForward,
            long version) {
        var contact = new Contact(
                provider.contactId(),
                channel,
                provider.mailbox(),
                format,
                language,
                health,
                null,
                noForward,
                false,
                null);
        return new ProviderSnapshot(
                provider.id(),
                version,
                "Provider",
                null,
                provider.role(),
                provider.country(),
                null,
                null,
                null,
                false,
                null,
                List.of(contact));
    }

    /** The registry's answer for a case: these providers, best first. */
    void resolved(UUID caseId, Provider... ranking) {
        send(Topics.CHAINS, caseId, chainOf(caseId, ranking));
    }

    /** The same where an operator must agree, or may not. */
    void resolved(UUID caseId, Approval approval, boolean shared, Provider... ranking) {
        send(Topics.CHAINS, caseId, chainOf(caseId, approval, shared, ranking));
    }

    ChainSnapshot chainOf(UUID caseId, Provider... ranking) {
        return chainOf(caseId, Approval.NOT_NEEDED, false, ranking);
    }

    private ChainSnapshot chainOf(UUID caseId, Approval approval, boolean shared, Provider... ranking) {
        var hops = new ArrayList<Hop>();
        var rungs = new ArrayList<ChainSnapshot.Rung>();
        for (var provider : ranking) {
            hops.add(new Hop(provider.role(), provider.id(), 1L, null, "TAUGHT", Confidence.HIGH, null, null));
            rungs.add(new ChainSnapshot.Rung(
                    provider.role(), provider.id(), rungs.size() + 1, 0.5, 1, approval, List.of()));
        }
        return new ChainSnapshot(
                caseId,
                next(caseId),
                now().toEpochMilli(),
                HostKind.DOMAIN,
                hops,
                rungs,
                List.of(),
                ProbeRule.ANY,
                shared,
                false,
                ranking.length == 0 ? "NO_PROVIDER" : null,
                List.of(),
                null);
    }

    void looked(UUID caseId, Presence presence) {
        looked(caseId, presence, List.of());
    }

    void looked(UUID caseId, Presence presence, List<AvailabilitySnapshot.Flag> flags) {
        send(Topics.AVAILABILITY, caseId, lookAt(caseId, presence, flags));
    }

    AvailabilitySnapshot lookAt(UUID caseId, Presence presence, List<AvailabilitySnapshot.Flag> flags) {
        var all = removals.computeIfAbsent(caseId, _ -> new ArrayList<>());
        var at = now().toEpochMilli();
        if (presence == Presence.DOWN) {
            all.add(new Removal(null, at, at, RemovalClass.GONE_410, null));
        }
        if (presence == Presence.REAPPEARED) {
            var last = all.removeLast();
            all.add(new Removal(last.lastUpAt(), last.firstDownAt(), last.confirmedAt(), last.removalClass(), at));
        }
        return new AvailabilitySnapshot(
                caseId,
                next(caseId),
                presence,
                flags,
                presence == Presence.REACHABLE || presence == Presence.REAPPEARED ? at : null,
                null,
                presence == Presence.DOWN ? at : null,
                presence == Presence.DOWN ? RemovalClass.GONE_410 : null,
                false,
                at,
                0,
                List.copyOf(all),
                List.of(),
                null);
    }

    private long next(UUID caseId) {
        return versions.merge(caseId, 1L, Long::sum);
    }

    /** Publishes and waits until the service took it. */
    void send(String topic, Object key, Object snapshot) {
        sendBytes(topic, key, EventJson.write(snapshot));
    }

    void sendBytes(String topic, Object key, byte[] value) {
        kafka.send(new ProducerRecord<>(topic, key.toString().getBytes(UTF_8), value))
                .join();
        soon().until(() -> Offsets.allRead(topic));
        settle();
    }

    /** The last snapshot of a key. */
    <T> T last(String topic, UUID key, Class<T> type) {
        return all(topic, type, key).getLast();
    }

    <T> List<T> all(String topic, Class<T> type, UUID key) {
        return TopicRecords.of(topic).stream()
                .filter(record -> new String(record.key(), UTF_8).equals(key.toString()))
                .map(record -> EventJson.MAPPER.readValue(record.value(), type))
                .toList();
    }

    <T> List<T> every(String topic, Class<T> type) {
        return TopicRecords.of(topic).stream()
                .map(record -> EventJson.MAPPER.readValue(record.value(), type))
                .toList();
    }

    /** Kinds of what people are asked to do about the case. */
    List<String> tasks(UUID caseId) {
        var kinds = new ArrayList<String>();
        for (var task : get("/v1/tasks?limit=500&case_id=" + caseId).json().get("tasks")) {
            if (task.get("case_id").asString().equals(caseId.toString())) {
                kinds.add(task.get("kind").asString());
            }
        }
        return kinds;
    }

    JsonNode story(UUID caseId) {
        return get("/v1/cases/" + caseId).json();
    }
}
