package org.vigie.notice.escalation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.vigie.events.Act;
import org.vigie.events.Category;
import org.vigie.events.DetectionMethod;
import org.vigie.events.Topics;
import org.vigie.events.Verification;
import org.vigie.events.availability.AvailabilitySnapshot.Flag;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.events.availability.AvailabilitySnapshot.Removal;
import org.vigie.events.intake.Classification;
import org.vigie.events.intake.Detection;
import org.vigie.events.provider.ChainSnapshot.Approval;
import org.vigie.events.provider.ProviderSnapshot.Health;
import org.vigie.notice.removal.Addressee;
import org.vigie.notice.removal.CaseExamples;
import org.vigie.notice.removal.Hold;
import org.vigie.support.events.EventJson;
import org.vigie.support.seal.InboundSeal;
import tools.jackson.databind.node.ObjectNode;

/** What others publish about one URL of its own, as it comes from Kafka. */
final class CaseRecords {

    private final InboundSeal seal;
    private final String name;
    private final String url;
    /** What all hashes of its contents begin with: 32 hexadecimal digits. */
    private final String hashes;

    private final Supplier<UUID> ids;
    private final List<Removal> removals = new ArrayList<>();
    private int detections;
    private long chains;
    private long looks;

    CaseRecords(InboundSeal seal) {
        this(seal, UUID.randomUUID() + ".test");
    }

    /** Of a URL at a host that has others. */
    CaseRecords(InboundSeal seal, String host) {
        this(seal, host, UUID.randomUUID().toString(), UUID.randomUUID().toString(), UUID::randomUUID);
    }

    /** Of the same URL whenever it is asked for; URLs of one hash have contents in common. */
    CaseRecords(InboundSeal seal, String host, String name, String hash, Supplier<UUID> ids) {
        this.seal = seal;
        this.name = name;
        this.url = "http://%s/%s".formatted(host, name);
        this.hashes = hash.replace("-", "");
        this.ids = ids;
    }

    String url() {
        return url;
    }

    /** One record. */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record Arrival(String topic, String key, byte[] value) {

        static Arrival of(String topic, Object key, Object snapshot) {
            return new Arrival(topic, key.toString(), EventJson.write(snapshot));
        }
    }

    /** Those whom chains name. */
    static List<Arrival> providers() {
        var here = Stream.of(CaseExamples.HOST, CaseExamples.CDN, CaseExamples.UPSTREAM)
                .map(one -> Arrival.of(Topics.PROVIDERS, one.providerId(), CaseExamples.provider(one, Health.OK)));
        var abroad = EventJson.MAPPER.<ObjectNode>valueToTree(CaseExamples.provider(MachineRows.ABROAD, Health.OK));
        return Stream.concat(
                        here,
                        Stream.of(Arrival.of(
                                Topics.PROVIDERS,
                                MachineRows.ABROAD.providerId(),
                                abroad.put("country", MachineRows.COUNTRY))))
                .toList();
    }

    /** Every content has a hash of its own. */
    Arrival detection(String content, Verification verification, List<Hold> holds, Instant at) {
        var key = name + "-" + detections++;
        var sealed = new Detection.Sealed(
                url, null, null, new Detection.Hashes(hashes + content.repeat(32), null, null, null, null));
        return Arrival.of(
                Topics.DETECTIONS,
                key,
                new Detection(
                        "crawler",
                        key,
                        seal.seal(EventJson.MAPPER.writeValueAsString(sealed), key),
                        Category.CSAM,
                        null,
                        verification,
                        at.toEpochMilli(),
                        new Detection.Assessment("interpol", "baseline", Act.SEX_ACT, "Example", 2),
                        DetectionMethod.HASH_MATCH,
                        null,
                        null,
                        null,
                        holds.stream().map(CaseRecords::hold).toList()));
    }

    private static Detection.Hold hold(Hold hold) {
        return new Detection.Hold(hold.owner(), hold.reason(), hold.expiresAt().toEpochMilli(), hold.probingAllowed());
    }

    /** Of all its contents. */
    Arrival classification(UUID caseId, Verification verification, Instant at) {
        var id = ids.get();
        return Arrival.of(
                Topics.CLASSIFICATIONS,
                id,
                new Classification(
                        id,
                        caseId,
                        null,
                        verification,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "Example",
                        2,
                        at.toEpochMilli(),
                        null));
    }

    Arrival chain(UUID caseId, Instant at, Approval approval, Addressee... ranking) {
        return about(caseId, Topics.CHAINS, CaseExamples.chain(++chains, at, approval, ranking));
    }

    Arrival look(UUID caseId, Presence presence, Instant at, Flag... flags) {
        switch (presence) {
            case DOWN -> removals.add(CaseExamples.removal(at, null));
            case REAPPEARED -> {
                var gone = removals.removeLast();
                removals.add(CaseExamples.removal(Instant.ofEpochMilli(gone.firstDownAt()), at));
            }
            case REACHABLE, SUSPECT, GONE, UNKNOWN -> {}
        }
        return look(caseId, ++looks, presence, at, flags);
    }

    /** It was looked for once more. */
    Arrival stillDown(UUID caseId, Instant at) {
        return look(caseId, ++looks, Presence.DOWN, at);
    }

    /** That it stays away, and why the last look could not tell whether it does. */
    Arrival goneAsFarAsSeen(UUID caseId, String because, Instant at) {
        var example = CaseExamples.look(
                ++looks, Presence.GONE, List.of(Flag.UNVERIFIABLE), at, removals.toArray(Removal[]::new));
        return Arrival.of(
                Topics.AVAILABILITY,
                caseId,
                EventJson.MAPPER
                        .<ObjectNode>valueToTree(example)
                        .put("case_id", caseId.toString())
                        .put("because", because));
    }

    /** One whose version no look of this test reaches. */
    Arrival muchLaterLook(UUID caseId, Instant at) {
        return look(caseId, looks + 100, Presence.UNKNOWN, at);
    }

    private Arrival look(UUID caseId, long version, Presence presence, Instant at, Flag... flags) {
        return about(
                caseId,
                Topics.AVAILABILITY,
                CaseExamples.look(version, presence, Arrays.asList(flags), at, removals.toArray(Removal[]::new)));
    }

    private static Arrival about(UUID caseId, String topic, Object example) {
        return Arrival.of(
                topic, caseId, EventJson.MAPPER.<ObjectNode>valueToTree(example).put("case_id", caseId.toString()));
    }
}
