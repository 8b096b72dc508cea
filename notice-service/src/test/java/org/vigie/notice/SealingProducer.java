package org.vigie.notice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.vigie.events.Act;
import org.vigie.events.Category;
import org.vigie.events.DetectionMethod;
import org.vigie.events.Topics;
import org.vigie.events.intake.Detection;
import org.vigie.support.events.EventJson;
import org.vigie.support.seal.InboundSeal;

/** A crawler: seals what it saw, and publishes it. */
final class SealingProducer implements AutoCloseable {

    private static final Detection.Assessment ASSESSMENT =
            new Detection.Assessment("interpol", "baseline", Act.SEX_ACT, "Example", 2);

    private final String name;
    private final InboundSeal seal;
    private final KafkaProducer<byte[], byte[]> kafka;

    SealingProducer(String name, InboundSeal seal, String bootstrapServers) {
        this.name = name;
        this.seal = seal;
        this.kafka = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Publishes it; arrived when {@link #flush} returns. */
    void produce(Flood.Seen seen) {
        var key = name + "-" + seen.key();
        var plain = new Detection.Sealed(
                seen.url(), null, null, new Detection.Hashes(seen.sha256(), null, seen.md5(), null, null));
        var detection = new Detection(
                name,
                key,
                seal.seal(EventJson.MAPPER.writeValueAsString(plain), key),
                Category.CSAM,
                null,
                seen.verification(),
                TestWorld.START.toEpochMilli(),
                ASSESSMENT,
                DetectionMethod.HASH_MATCH,
                null,
                null,
                null,
                List.of());
        var _ = kafka.send(new ProducerRecord<>(Topics.DETECTIONS, key.getBytes(UTF_8), EventJson.write(detection)));
    }

    void flush() {
        kafka.flush();
    }

    @Override
    public void close() {
        kafka.close();
    }
}
