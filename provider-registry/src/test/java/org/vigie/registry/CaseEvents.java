package org.vigie.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaTemplate;
import org.vigie.events.HostKind;
import org.vigie.events.Locator;
import org.vigie.events.Topics;
import org.vigie.events.provider.ChainSnapshot;
import org.vigie.events.provider.ChainSnapshot.Addresses;
import org.vigie.events.removal.CaseSnapshot;
import org.vigie.events.removal.CaseSnapshot.Action;
import org.vigie.events.removal.CaseSnapshot.Sightings;
import org.vigie.events.removal.CaseSnapshot.Wants;
import org.vigie.events.removal.LocationSnapshot;
import org.vigie.events.removal.LocationSnapshot.Location;
import org.vigie.support.events.EventJson;
import org.vigie.support.seal.Keysets;
import org.vigie.testing.TopicRecords;

/** What the service hears of cases and says of their chains. */
final class CaseEvents {

    private final KafkaTemplate<byte[], byte[]> kafka;
    private final Keysets keysets;
    private final Clock clock;

    CaseEvents(KafkaTemplate<byte[], byte[]> kafka, Keysets keysets, Clock clock) {
        this.kafka = kafka;
        this.keysets = keysets;
        this.clock = clock;
    }

    /** A case as notice-service tells of it. */
    CaseSnapshot snapshot(UUID id, long version, Action action, boolean held, @Nullable Long chainAfter) {
        return new CaseSnapshot(
                id,
                version,
                1,
                action,
                0,
                Locator.MEDIA,
                HostKind.DOMAIN,
                List.of(),
                Sightings.NONE,
                held,
                false,
                0,
                clock.millis(),
                null,
                null,
                0,
                null,
                null,
                null,
                null,
                null,
                new Wants(null, chainAfter),
                null);
    }

    /** Where it lies, sealed. */
    LocationSnapshot location(UUID id, String url) {
        var json = EventJson.MAPPER.writeValueAsString(new Location(url, null, null));
        return new LocationSnapshot(id, 1, keysets.location().seal(json, id.toString()));
    }

    /** Where the chain says that the host led. */
    List<String> open(ChainSnapshot chain) {
        var sealed = requireNonNull(chain.addresses());
        var json = keysets.location().open(sealed, chain.caseId() + Addresses.ASSOCIATED);
        return EventJson.MAPPER.readValue(json, Addresses.class).addresses();
    }

    void send(String topic, UUID key, Object snapshot) {
        kafka.send(new ProducerRecord<>(topic, key.toString().getBytes(UTF_8), EventJson.write(snapshot)))
                .join();
    }

    /** Every chain of the case that was published. */
    static List<ChainSnapshot> chains(UUID id) {
        var found = new ArrayList<ChainSnapshot>();
        for (var record : TopicRecords.of(Topics.CHAINS)) {
            var chain = EventJson.MAPPER.readValue(record.value(), ChainSnapshot.class);
            if (chain.caseId().equals(id)) {
                found.add(chain);
            }
        }
        return found;
    }

    static ChainSnapshot newestChain(UUID id) {
        var all = chains(id);
        assertThat(all).isNotEmpty();
        return all.stream()
                .max(Comparator.comparingLong(ChainSnapshot::version))
                .orElseThrow();
    }
}
