package org.vigie.metrics.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.vigie.events.Topics;
import org.vigie.events.availability.AvailabilitySnapshot;
import org.vigie.events.availability.VantageSnapshot;
import org.vigie.events.availability.Watermark;
import org.vigie.events.intake.Classification;
import org.vigie.events.intake.Detection;
import org.vigie.events.provider.ChainSnapshot;
import org.vigie.events.provider.ProviderSnapshot;
import org.vigie.events.removal.CaseSnapshot;
import org.vigie.events.removal.ContactFeedbackSnapshot;
import org.vigie.events.removal.LocationSnapshot;
import org.vigie.events.removal.TargetingSnapshot;
import org.vigie.metrics.ledger.Mutations.Mutated;
import org.vigie.support.events.EventReader;
import org.vigie.support.events.UnreadableRecord;

/**
 * Every field of every topic's golden record, spoilt: what is read can be counted, what is not says which field, and
 * the figures are those of the sound records alone. {@code -Dvigie.records=100000} does more of it,
 * {@code -Dvigie.seed=} another.
 */
class MutatedRecordsTests {

    private static final Map<String, Class<?>> TYPES = Map.ofEntries(
            Map.entry(Topics.DETECTIONS, Detection.class),
            Map.entry(Topics.CLASSIFICATIONS, Classification.class),
            Map.entry(Topics.CASES, CaseSnapshot.class),
            Map.entry(Topics.LOCATIONS, LocationSnapshot.class),
            Map.entry(Topics.CHAINS, ChainSnapshot.class),
            Map.entry(Topics.AVAILABILITY, AvailabilitySnapshot.class),
            Map.entry(Topics.VANTAGES, VantageSnapshot.class),
            Map.entry(Topics.WATERMARKS, Watermark.class),
            Map.entry(Topics.TARGETINGS, TargetingSnapshot.class),
            Map.entry(Topics.PROVIDERS, ProviderSnapshot.class),
            Map.entry(Topics.CONTACT_FEEDBACK, ContactFeedbackSnapshot.class));

    private static final int RECORDS = Integer.getInteger("vigie.records", 5_000);
    private static final long SEED = Long.getLong("vigie.seed", 17);

    private final EventReader reader =
            new EventReader(Clock.fixed(Instant.parse("2026-11-29T12:00:00Z"), ZoneOffset.UTC));
    private final Mutations mutations = new Mutations(SEED);

    @Test
    void readsEveryGoldenRecord() {
        assertThat(TYPES)
                .allSatisfy((topic, type) ->
                        assertThat(reader.read(mutations.sound(topic), type)).isNotNull());
    }

    @Test
    void readsNoNumberThatIsOutOfRange() {
        assertThat(TYPES.keySet())
                .allSatisfy(topic -> assertThat(mutations.outOfRange(topic))
                        .allSatisfy(mutated -> assertThat(read(mutated)).isEmpty()));
    }

    @Test
    void whatIsReadCanBeCountedAndWhatIsNotSaysWhichField() {
        var topics = TYPES.keySet().stream().sorted().toList();
        var ledger = new Ledger();
        var sound = new ArrayList<Object>();
        var tally = new TreeMap<String, int[]>();
        for (int i = 0; i < RECORDS; i++) {
            var mutated = mutations.next(topics.get(i % topics.size()));
            var event = read(mutated);
            tally.computeIfAbsent(mutated.kind(), _ -> new int[2])[event.isPresent() ? 0 : 1]++;
            event.ifPresent(sound::add);
            event.ifPresent(one -> fold(one, ledger));
        }
        var alone = new Ledger();
        sound.forEach(event -> fold(event, alone));

        assertThat(PackedCells.of(ledger)).isEqualTo(PackedCells.of(alone));
        assertThat(ledger.cases().toList()).isEqualTo(alone.cases().toList());
        assertThat(ledger.entries().toList()).isEqualTo(alone.entries().toList());
        assertThat(tally.values())
                .allSatisfy(counts -> assertThat(counts[0] + counts[1]).isPositive());
        tally.forEach(
                (kind, counts) -> System.out.printf("%-20s read %6d, dead letters %6d%n", kind, counts[0], counts[1]));
    }

    private Optional<Object> read(Mutated mutated) {
        try {
            var event = reader.read(mutated.record(), type(mutated.record()));
            assertThat(mutated.wrong())
                    .as(
                            "%s of %s was read, seed %d: %s",
                            mutated.kind(), mutated.record().topic(), SEED, event)
                    .isFalse();
            return Optional.of(event);
        } catch (UnreadableRecord e) {
            assertThat(e.getMessage())
                    .doesNotContain(Mutations.PLANTED)
                    .matches("(/[a-z0-9_/]+|the record|the record's key) .*");
            return Optional.empty();
        }
    }

    private static Class<?> type(ConsumerRecord<byte[], byte[]> record) {
        return Objects.requireNonNull(TYPES.get(record.topic()));
    }

    private static void fold(Object event, Ledger ledger) {
        switch (event) {
            case CaseSnapshot snapshot -> ledger.fold(snapshot);
            case AvailabilitySnapshot snapshot -> ledger.fold(snapshot);
            case TargetingSnapshot snapshot -> ledger.fold(snapshot);
            default -> {}
        }
    }
}
