package org.vigie.notice.removal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.events.availability.AvailabilitySnapshot;
import org.vigie.events.availability.AvailabilitySnapshot.Removal;
import org.vigie.events.availability.AvailabilitySnapshot.RemovalClass;
import org.vigie.events.provider.ChainSnapshot;
import org.vigie.notice.removal.CaseStage.Exhausted;
import org.vigie.notice.removal.CaseStage.Notified;
import org.vigie.notice.removal.CaseStage.Received;
import org.vigie.notice.removal.CaseStage.Rejected;
import org.vigie.notice.removal.CaseStage.Retracted;
import org.vigie.notice.removal.CaseStage.Routed;
import org.vigie.notice.removal.CaseStage.Unaddressable;
import org.vigie.notice.removal.CaseStage.Verified;

/**
 * What looks make of a case. A snapshot lists every confirmed removal, so one that never arrived is acted upon with the
 * next.
 */
final class CasePresence {

    private CasePresence() {}

    static RemovalCase seen(RemovalCase known, AvailabilitySnapshot snapshot, Instant now) {
        if (snapshot.version() <= known.presence().version()) {
            return known;
        }
        var draft = new CaseDraft(known);
        int removed = known.presence().removals();
        int returned = known.presence().reappearances();
        for (int i = returned; i < snapshot.removals().size(); i++) {
            var removal = snapshot.removals().get(i);
            if (i >= removed) {
                gone(draft, removal, snapshot.differences(), now);
                removed++;
            }
            if (removal.reappearedAt() != null) {
                back(draft, instant(removal.reappearedAt()));
                returned++;
            }
        }
        if (snapshot.presence() != known.presence().state()
                && snapshot.presence() != AvailabilitySnapshot.Presence.DOWN) {
            draft.tell(CaseEvent.of(now, "SEEN_" + snapshot.presence()));
        }
        draft.presence = presence(snapshot, removed, returned);
        tellWhy(draft, known.presence().undecidedBecause(), now);
        draft.lookAgainAt = now;
        return draft.done();
    }

    /** A host that changes its ways with every look is told of once a day. */
    private static void tellWhy(CaseDraft draft, @Nullable String before, Instant now) {
        var because = draft.presence.undecidedBecause();
        if (because == null || because.equals(before)) {
            return;
        }
        var told = CaseEvent.because(now, "CANNOT_BE_SEEN", "%s: %s".formatted(because, Unseen.inWords(because)));
        var yesterday = now.minus(Duration.ofDays(1));
        if (draft.story.stream().noneMatch(line -> line.at().isAfter(yesterday) && line.saysTheSameAs(told))) {
            draft.tell(told);
        }
    }

    /** The chain that was asked for after the removal says what changed around it; an older one says nothing of it. */
    static RemovalCase explained(RemovalCase known, ChainSnapshot chain) {
        var asked = known.wants().chainAfter();
        if (!known.presence().isDown()
                || asked == null
                || instant(chain.resolvedAt()).isBefore(asked)) {
            return known;
        }
        var draft = new CaseDraft(known);
        var presence = known.presence();
        draft.eachTargeting(targeting -> targeting.cycle() == known.cycle()
                ? targeting.actedBy(WhoActed.of(
                        presence.removalClass(),
                        chain.changes(),
                        presence.differences(),
                        new Addressee(targeting.providerId(), targeting.role()),
                        known.route().hostProvider()))
                : targeting);
        return draft.done();
    }

    private static void gone(CaseDraft draft, Removal removal, List<String> differences, Instant now) {
        var at = instant(removal.firstDownAt());
        var lastUpAt = removal.lastUpAt() == null ? null : instant(removal.lastUpAt());
        var byOutage = removal.removalClass() == RemovalClass.OUTAGE || removal.removalClass() == RemovalClass.EXPIRED;
        int cycle = draft.cycle;
        draft.eachTargeting(targeting -> targeting.cycle() == cycle
                ? targeting.removed(
                        lastUpAt,
                        at,
                        byOutage,
                        WhoActed.of(
                                removal.removalClass(),
                                List.of(),
                                differences,
                                new Addressee(targeting.providerId(), targeting.role()),
                                draft.route.hostProvider()))
                : targeting);
        draft.asked = null;
        draft.wants = draft.wants.chain(now);
        var never = draft.targetings.stream().noneMatch(targeting -> targeting.cycle() == cycle);
        draft.tell(CaseEvent.because(
                now,
                never ? "GONE_BEFORE_NOTICE" : "REMOVED",
                removal.removalClass().name()));
    }

    private static void back(CaseDraft draft, Instant at) {
        draft.cycle++;
        draft.asked = null;
        draft.wants = draft.wants.chain(at);
        draft.route = draft.route.to(null);
        draft.action = switch (draft.action) {
            case Routed routed -> routed.reappeared(at);
            case Notified notified -> notified.reappeared(at);
            case Exhausted exhausted -> exhausted.reappeared(at);
            case Unaddressable unaddressable -> unaddressable.reappeared(at);
            case Received _, Verified _, Rejected _, Retracted _ -> draft.action;
        };
        draft.tell(CaseEvent.of(at, "REAPPEARED"));
    }

    private static Presence presence(AvailabilitySnapshot snapshot, int removals, int reappearances) {
        return new Presence(
                snapshot.version(),
                snapshot.presence(),
                List.copyOf(snapshot.flags()),
                instantOrNull(snapshot.lastUpAt()),
                instantOrNull(snapshot.firstDownAt()),
                instantOrNull(snapshot.lastCheckedAt()),
                snapshot.notFoundAtFirstCheck(),
                removals,
                reappearances,
                snapshot.removals().isEmpty()
                        ? RemovalClass.UNKNOWN
                        : snapshot.removals().getLast().removalClass(),
                snapshot.differences(),
                snapshot.because());
    }

    private static Instant instant(long epochMillis) {
        return Instant.ofEpochMilli(epochMillis);
    }

    private static @Nullable Instant instantOrNull(@Nullable Long epochMillis) {
        return epochMillis == null ? null : Instant.ofEpochMilli(epochMillis);
    }
}
