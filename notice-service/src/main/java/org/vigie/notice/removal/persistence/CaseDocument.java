package org.vigie.notice.removal.persistence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;
import org.vigie.events.SealedUrl;
import org.vigie.notice.content.Sightings;
import org.vigie.notice.reference.RecentIds;
import org.vigie.notice.removal.CaseStage;
import org.vigie.notice.removal.CaseStatus;
import org.vigie.notice.removal.CheckDelay;
import org.vigie.notice.removal.ContactedAddressee;
import org.vigie.notice.removal.Evidence;
import org.vigie.notice.removal.History;
import org.vigie.notice.removal.Holds;
import org.vigie.notice.removal.Outcome;
import org.vigie.notice.removal.PendingNotice;
import org.vigie.notice.removal.Presence;
import org.vigie.notice.removal.Pursuit;
import org.vigie.notice.removal.Refused;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.notice.removal.Route;
import org.vigie.notice.removal.Settled;
import org.vigie.notice.removal.TimeOnHold;
import org.vigie.notice.removal.Tokens;
import org.vigie.notice.removal.Waiting;
import org.vigie.notice.removal.Wants;

/**
 * A case as it is stored, its own outbox.
 *
 * @param secrets place, contents, holds and timeline, sealed for this document
 * @param contentTokens keyed tokens of its contents and of their exact hashes
 * @param changedAt when this version was stored, absent in what was stored before it was noted
 * @param due when it is to be looked at again, absent if only an event can make a step due
 * @param unwritable true if it cannot go on because no notice can be written, else absent
 * @param lastHandoverAt of the last notice of this cycle, absent unless the case is notified
 * @param called whether people may have been called for it, absent in what was stored before it was noted: they may
 * @param settledAt since when nothing is to be done about it, absent while something keeps it, and once nothing is left
 *     to erase
 */
@Document("cases")
record CaseDocument(
        @Id String id,
        @Version @Nullable Long version,
        boolean unpublished,
        String urlToken,
        String hostToken,
        List<String> contentTokens,
        SealedUrl secrets,
        CaseStatus shown,
        ActionDocument action,
        int cycle,
        Sightings sightings,
        Instant lastSightingAt,
        TimeOnHold held,
        CheckDelay blocked,
        Instant receivedAt,
        @Nullable Instant verifiedAt,
        @Nullable Instant firstHandoverAt,
        Presence presence,
        Route route,
        Wants wants,
        List<ContactedAddressee> rungs,
        List<Refused> refused,
        @Nullable PendingNotice asked,
        List<TargetingDocument> targetings,
        RecentIds reports,
        @Nullable Instant due,
        @Nullable Instant changedAt,
        @Nullable Instant lastHandoverAt,
        @Nullable Boolean unwritable,
        @Nullable Boolean called,
        @Nullable Instant settledAt) {

    static CaseDocument of(RemovalCase known, CaseSecrets secrets, Instant changedAt) {
        return new CaseDocument(
                known.caseId().toString(),
                known.version(),
                true,
                known.tokens().url(),
                known.tokens().host(),
                contentTokens(known),
                secrets.seal(known),
                CaseStatus.of(known),
                ActionDocument.of(known.stage()),
                known.cycle(),
                known.evidence().sightings(),
                known.evidence().lastSightingAt(),
                known.holds().time(),
                known.waiting().delay(),
                known.evidence().receivedAt(),
                known.evidence().verifiedAt(),
                known.pursuit().firstHandoverAt(),
                known.presence(),
                known.route(),
                known.wants(),
                known.pursuit().contacted(),
                known.pursuit().refused(),
                known.pending(),
                known.outcome().targetings().stream().map(TargetingDocument::of).toList(),
                known.history().applied(),
                known.waiting().nextStepAt(),
                changedAt,
                lastHandoverAt(known),
                known.isUnwritable() ? true : null,
                known.waiting().called(),
                Settled.of(known).since().orElse(null));
    }

    private static List<String> contentTokens(RemovalCase known) {
        return known.contents().stream()
                .flatMap(unit -> Stream.concat(Stream.ofNullable(unit.token()), unit.tokens().stream()))
                .distinct()
                .toList();
    }

    private static @Nullable Instant lastHandoverAt(RemovalCase known) {
        return known.stage() instanceof CaseStage.Notified
                ? known.pursuit().lastHandoverAt().orElse(null)
                : null;
    }

    RemovalCase toDomain(CaseSecrets secrets) {
        var opened = secrets.open(this.secrets, id);
        return new RemovalCase(
                UUID.fromString(id),
                new Tokens(urlToken, hostToken),
                new Evidence(opened.place(), opened.contents(), sightings, receivedAt, lastSightingAt, verifiedAt),
                new Holds(opened.holds(), held),
                new Pursuit(cycle, action.toDomain(), route, rungs, refused, asked, firstHandoverAt),
                new Outcome(
                        presence,
                        targetings.stream().map(TargetingDocument::toDomain).toList()),
                opened.steering().toDomain(opened.retraction()),
                new Waiting(wants, blocked, due, !Boolean.FALSE.equals(called)),
                new History(
                        opened.story().stream()
                                .map(CaseSecrets.StoredEvent::toDomain)
                                .toList(),
                        reports),
                version);
    }
}
