package org.vigie.notice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.vigie.events.Confidence;
import org.vigie.events.HostKind;
import org.vigie.events.ProbeRule;
import org.vigie.events.Role;
import org.vigie.events.Topics;
import org.vigie.events.availability.AvailabilitySnapshot;
import org.vigie.events.provider.ChainSnapshot;
import org.vigie.events.provider.ProviderSnapshot;
import org.vigie.support.events.EventJson;
import org.vigie.testing.TestKafka;

/** The other services as one provider with one mailbox, which everything lies at and is up. */
final class Outside implements AutoCloseable {

    private final UUID provider = UUID.randomUUID();
    private final Map<UUID, Long> looks = new ConcurrentHashMap<>();
    private final KafkaProducer<byte[], byte[]> kafka = new KafkaProducer<>(
            Map.of("bootstrap.servers", TestKafka.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer());

    /** Tells of the provider; the topics are there once the service has started. */
    void introduce() {
        var contact = new ProviderSnapshot.Contact(
                UUID.randomUUID(),
                ProviderSnapshot.Channel.EMAIL,
                "abuse@provider.example",
                ProviderSnapshot.Format.XARF4,
                "en",
                ProviderSnapshot.Health.OK,
                null,
                false,
                false,
                null);
        send(
                Topics.PROVIDERS,
                provider,
                new ProviderSnapshot(
                        provider, 1, "P", null, Role.HOST, "NL", null, null, null, false, null, List.of(contact)));
    }

    /** Where the case lies, and that it was seen there at the instant. */
    void found(UUID caseId, Instant at) {
        var hop = new ChainSnapshot.Hop(Role.HOST, provider, 1L, null, "TAUGHT", Confidence.HIGH, null, null);
        var rung = new ChainSnapshot.Rung(Role.HOST, provider, 1, 0.5, 1, ChainSnapshot.Approval.NOT_NEEDED, List.of());
        send(
                Topics.CHAINS,
                caseId,
                new ChainSnapshot(
                        caseId,
                        1,
                        at.toEpochMilli(),
                        HostKind.DOMAIN,
                        List.of(hop),
                        List.of(rung),
                        List.of(),
                        ProbeRule.ANY,
                        false,
                        false,
                        null,
                        List.of(),
                        null));
        seen(caseId, at);
    }

    /** That the case was seen at the instant. */
    void seen(UUID caseId, Instant at) {
        var now = at.toEpochMilli();
        send(
                Topics.AVAILABILITY,
                caseId,
                new AvailabilitySnapshot(
                        caseId,
                        looks.merge(caseId, 1L, Long::sum),
                        AvailabilitySnapshot.Presence.REACHABLE,
                        List.of(),
                        now,
                        null,
                        null,
                        null,
                        false,
                        now,
                        0,
                        List.of(),
                        List.of(),
                        null));
    }

    @Override
    public void close() {
        kafka.close();
    }

    private void send(String topic, UUID key, Object snapshot) {
        try {
            kafka.send(new ProducerRecord<>(topic, key.toString().getBytes(UTF_8), EventJson.write(snapshot)))
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
