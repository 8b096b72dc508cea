package org.vigie.notice.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Topics;
import org.vigie.events.Verification;
import org.vigie.events.availability.AvailabilitySnapshot.Flag;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.events.provider.ChainSnapshot.Approval;
import org.vigie.events.provider.ProviderSnapshot.Health;
import org.vigie.notice.escalation.CaseRecords.Arrival;
import org.vigie.notice.removal.Addressee;
import org.vigie.notice.removal.CaseExamples;
import org.vigie.notice.removal.Hold;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.support.events.EventJson;
import org.vigie.support.seal.InboundSeal;
import tools.jackson.databind.node.ObjectNode;

/** Reporters, the registry, the checker and what they publish, which arrives late, twice, out of order or overtaken. */
final class SimulatedOutside {

    private static final List<Addressee> ADDRESSEES =
            List.of(CaseExamples.HOST, CaseExamples.CDN, CaseExamples.UPSTREAM);
    private static final int SITES = 4;
    private static final int HOSTS = 2;
    /** Only reports of one URL in a while: more sites, not more reports, make a day. */
    private static final int MOST_REPORTS = 3;

    /** One URL as it really is. */
    private static final class Site {
        private final CaseRecords records;
        private boolean up = true;
        private boolean saidDown;
        private int reports;

        Site(CaseRecords records) {
            this.records = records;
        }
    }

    private final Random random;
    private final List<Site> sites = new ArrayList<>();
    private final List<Arrival> underWay = new ArrayList<>();
    private final Map<String, Arrival> latest = new HashMap<>();
    private final Set<String> answered = new HashSet<>();
    private final Map<UUID, Long> providerVersions = new HashMap<>();

    SimulatedOutside(Random random, InboundSeal seal) {
        this.random = random;
        for (int i = 0; i < SITES; i++) {
            var hash = id(0x5163, i / 2); // two by two they show the same
            sites.add(new Site(new CaseRecords(
                    seal, "site%d.test".formatted(i % HOSTS), id(0x5174, i).toString(), hash.toString(), this::anyId)));
        }
        ADDRESSEES.forEach(one -> provider(one, Health.OK));
    }

    private static UUID id(long what, long which) {
        return new UUID(what << 48, which + 1);
    }

    private UUID anyId() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    /** Somebody reports one of the URLs. */
    void report(Instant now) {
        var site = sites.get(random.nextInt(SITES));
        if (site.reports++ < MOST_REPORTS) {
            var verification = random.nextInt(4) == 0 ? Verification.SUSPECT : Verification.VERIFIED;
            var holds = random.nextInt(8) == 0
                    ? List.of(Hold.reported(
                            "police", "case " + site.reports, now, now.plus(Duration.ofDays(3)), false, null))
                    : List.<Hold>of();
            var content = random.nextInt(3) == 0 ? "b" : "a";
            publish(site.records.detection(content, verification, holds, now));
        }
    }

    /** An assessor says what a case's contents are. */
    void classify(RemovalCase known, Instant now) {
        var verification = random.nextInt(4) > 0 ? Verification.VERIFIED : Verification.NOT_ILLEGAL;
        publish(site(known).records.classification(known.caseId(), verification, now));
    }

    /** The registry says who can act. */
    void resolve(RemovalCase known, Instant now) {
        var ranking = new ArrayList<>(ADDRESSEES);
        ranking.removeIf(_ -> random.nextInt(4) == 0);
        var approval = random.nextInt(6) == 0 ? Approval.OPERATOR : Approval.NOT_NEEDED;
        publish(site(known).records.chain(known.caseId(), now, approval, ranking.toArray(Addressee[]::new)));
    }

    /** The site may go or come back. */
    void change() {
        var site = sites.get(random.nextInt(SITES));
        site.up ^= true;
    }

    /** The checker looks. */
    void look(RemovalCase known, Instant now) {
        var site = site(known);
        if (site.up && !site.saidDown && random.nextInt(6) == 0) {
            publish(site.records.look(known.caseId(), Presence.SUSPECT, now));
        } else {
            look(site, known, now, random.nextInt(8) == 0 ? new Flag[] {Flag.BLOCKED} : new Flag[0]);
        }
    }

    private void look(Site site, RemovalCase known, Instant now, Flag... flags) {
        var said = site.saidDown;
        site.saidDown = !site.up;
        if (site.up) {
            publish(site.records.look(known.caseId(), said ? Presence.REAPPEARED : Presence.REACHABLE, now, flags));
        } else {
            publish(
                    said
                            ? site.records.stillDown(known.caseId(), now)
                            : site.records.look(known.caseId(), Presence.DOWN, now));
        }
    }

    /** A provider's contacts work, or do not. */
    void provider() {
        provider(ADDRESSEES.get(random.nextInt(ADDRESSEES.size())), random.nextInt(4) == 0 ? Health.DEAD : Health.OK);
    }

    private void provider(Addressee one, Health health) {
        var version = providerVersions.merge(one.providerId(), 1L, Long::sum);
        var snapshot = EventJson.MAPPER.<ObjectNode>valueToTree(CaseExamples.provider(one, health));
        publish(Arrival.of(Topics.PROVIDERS, one.providerId(), snapshot.put("version", version)));
    }

    /** Compaction keeps the last of a key; what was there before may never be read. */
    private void publish(Arrival arrival) {
        if (!arrival.topic().equals(Topics.DETECTIONS) && random.nextInt(3) == 0) {
            underWay.removeIf(older ->
                    older.topic().equals(arrival.topic()) && older.key().equals(arrival.key()));
        }
        underWay.add(arrival);
        latest.put(arrival.topic() + "/" + arrival.key(), arrival);
    }

    /** One of those under way; it stays so until it is {@linkplain #arrived}. */
    @Nullable
    Arrival any() {
        return underWay.isEmpty() ? null : underWay.get(random.nextInt(underWay.size()));
    }

    /** A person reads why; later it might be taken. */
    void refused(Arrival arrival) {
        latest.remove(arrival.topic() + "/" + arrival.key(), arrival);
    }

    /** The last of every key, once more. */
    List<Arrival> again() {
        return latest.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The consumer has committed it; one in eight is read again for all that. */
    void arrived(Arrival arrival) {
        if (random.nextInt(8) != 0) {
            underWay.remove(arrival);
        }
    }

    /** The first of those under way, which is read once. */
    Optional<Arrival> next() {
        return underWay.isEmpty() ? Optional.empty() : Optional.of(underWay.removeFirst());
    }

    /** All works from now on, and is said. */
    void calms() {
        ADDRESSEES.forEach(one -> provider(one, Health.OK));
    }

    /** Everybody who can act, with nobody's agreement, and a look that nothing blocks. */
    void tells(RemovalCase known, Instant now) {
        resolved(known, now);
        look(site(known), known, now);
    }

    /** Answers what the case asks for, each wish once; whether it asked for anything. */
    boolean answers(RemovalCase known, Instant now) {
        var wants = known.wants();
        if (known.waitsForWantedChain() && isNew("chain", known, wants.chainAfter(), now)) {
            resolved(known, now);
            return true;
        }
        if (known.waitsForWantedCheck() && isNew("check", known, wants.checkAfter(), now)) {
            look(site(known), known, now);
            return true;
        }
        return false;
    }

    private boolean isNew(String what, RemovalCase known, @Nullable Instant after, Instant now) {
        return !now.isBefore(Objects.requireNonNull(after)) && answered.add(what + "/" + known.caseId() + "/" + after);
    }

    private void resolved(RemovalCase known, Instant now) {
        publish(site(known)
                .records
                .chain(known.caseId(), now, Approval.NOT_NEEDED, ADDRESSEES.toArray(Addressee[]::new)));
    }

    boolean isUp(RemovalCase known) {
        return site(known).up;
    }

    private Site site(RemovalCase known) {
        var url = known.evidence().place().url();
        return sites.stream()
                .filter(site -> site.records.url().equals(url))
                .findFirst()
                .orElseThrow();
    }
}
