package org.vigie.notice.removal.persistence;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.events.removal.CaseSnapshot;
import org.vigie.events.removal.CaseSnapshot.Content;
import org.vigie.events.removal.CaseSnapshot.Sightings;
import org.vigie.events.removal.CaseSnapshot.Wants;
import org.vigie.events.removal.TargetingSnapshot;
import org.vigie.notice.content.ContentUnit;
import org.vigie.notice.removal.Addressee;
import org.vigie.notice.removal.CaseStage.Unaddressable;
import org.vigie.notice.removal.ContactedAddressee;
import org.vigie.notice.removal.End;
import org.vigie.notice.removal.PersonSaw;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.notice.removal.Targeting;

/** A case and its targetings as others see them: no URL, no host, no hash. */
final class CaseSnapshots {

    private CaseSnapshots() {}

    static CaseSnapshot of(RemovalCase known, long version) {
        return of(known, version, known.waiting().delay().total().toMillis());
    }

    /** With how long it waited for looks as it was said before. */
    static CaseSnapshot of(RemovalCase known, long version, long checkBlockedMs) {
        var route = known.route();
        var addressee = route.addressee();
        return new CaseSnapshot(
                known.caseId(),
                version,
                known.cycle(),
                ActionDocument.of(known.stage()).name(),
                known.pursuit().level(),
                known.evidence().place().locator(),
                known.evidence().place().hostKind(),
                known.contents().stream().map(CaseSnapshots::content).toList(),
                sightings(known.evidence().sightings()),
                known.isHeld(),
                known.holds().probingAllowed(),
                known.holds().time().after(Instant.MIN).toMillis(),
                known.evidence().receivedAt().toEpochMilli(),
                millis(known.evidence().verifiedAt()),
                millis(known.pursuit().firstHandoverAt()),
                checkBlockedMs,
                route.chainVersion() == 0 ? null : route.chainVersion(),
                route.hostProvider(),
                addressee == null ? null : new CaseSnapshot.Addressee(addressee.providerId(), addressee.role()),
                route.probeRule(),
                known.stage() instanceof Unaddressable(var reason) ? reason : null,
                new Wants(
                        millis(known.wants().checkAfter()), millis(known.wants().chainAfter())),
                personSaw(known.wants().personSaw()));
    }

    /** The targeting as it stands; its content's facts are those of now. */
    static Optional<TargetingSnapshot> of(Targeting targeting, RemovalCase known) {
        return known.contents().stream()
                .filter(unit -> unit.isCalled(targeting.contentId()))
                .findFirst()
                .map(unit -> targeting(targeting, known, unit));
    }

    private static TargetingSnapshot targeting(Targeting targeting, RemovalCase known, ContentUnit unit) {
        var removed = targeting.end() instanceof End.Removed end ? end : null;
        return new TargetingSnapshot(
                targeting.targetingId(),
                targeting.revision(),
                known.caseId(),
                targeting.contentId(),
                targeting.cycle(),
                targeting.providerId(),
                targeting.role(),
                unit.kind(),
                unit.category(),
                unit.assessment().maturation(),
                unit.token(),
                targeting.handedOverAt().toEpochMilli(),
                deliveredAt(targeting, known),
                removed == null ? null : millis(removed.lastUpAt()),
                removed == null ? null : removed.at().toEpochMilli(),
                removed == null ? null : removed.at().toEpochMilli(),
                targeting.end() instanceof End.Moved(var at) ? at.toEpochMilli() : null,
                removed != null && removed.byOutage(),
                held(targeting, known).toMillis(),
                targeting.correspondence().notices().size(),
                targeting.correspondence().bounced().size(),
                targeting.end().name(),
                actedBy(removed),
                AnswersSnapshots.of(targeting.correspondence().answers()),
                AnswersSnapshots.sent(targeting.correspondence()));
    }

    /** Not before the first notice to the addressee that did not come back; absent if all did. */
    private static @Nullable Long deliveredAt(Targeting targeting, RemovalCase known) {
        var addressee = new Addressee(targeting.providerId(), targeting.role());
        var rung = known.pursuit().contacted().stream()
                .filter(one ->
                        one.cycle() == targeting.cycle() && one.addressee().equals(addressee))
                .findFirst();
        if (rung.filter(ContactedAddressee::reachedNobody).isPresent()) {
            return null;
        }
        var began = rung.map(ContactedAddressee::firstHandoverAt).filter(targeting.handedOverAt()::isBefore);
        return targeting.correspondence().firstBounced() && began.isEmpty()
                ? null
                : Long.valueOf(began.orElse(targeting.handedOverAt()).toEpochMilli());
    }

    private static Duration held(Targeting targeting, RemovalCase known) {
        var end = targeting.endedAt();
        return end == null
                ? known.holds().time().after(targeting.handedOverAt())
                : known.holds().time().between(targeting.handedOverAt(), end);
    }

    private static TargetingSnapshot.@Nullable ActedBy actedBy(End.@Nullable Removed removed) {
        var acted = removed == null ? null : removed.actedBy();
        return acted == null
                ? null
                : new TargetingSnapshot.ActedBy(acted.role(), acted.providerId(), acted.confidence());
    }

    private static CaseSnapshot.@Nullable PersonSaw personSaw(@Nullable PersonSaw saw) {
        return saw == null
                ? null
                : new CaseSnapshot.PersonSaw(
                        saw.present() ? CaseSnapshot.PersonSaw.Seen.PRESENT : CaseSnapshot.PersonSaw.Seen.GONE,
                        saw.at().toEpochMilli());
    }

    private static Content content(ContentUnit unit) {
        return new Content(
                unit.contentId(),
                unit.kind(),
                unit.category(),
                unit.assessment().maturation(),
                unit.assessment().act(),
                unit.assessment().label(),
                unit.verification(),
                millis(unit.verifiedAt()),
                unit.token(),
                unit.containedVerified(),
                unit.containedApparent(),
                unit.firstReportedAt().toEpochMilli(),
                sightings(unit.sightings()));
    }

    private static Sightings sightings(org.vigie.notice.content.Sightings sightings) {
        return new Sightings(sightings.clear(), sightings.dark(), sightings.unstated());
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }
}
