package org.vigie.notice.removal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Verification;
import org.vigie.events.availability.AvailabilitySnapshot.Removal;
import org.vigie.events.availability.AvailabilitySnapshot.RemovalClass;
import org.vigie.notice.content.ContentUnit;
import org.vigie.notice.removal.CaseStage.Retracted;
import org.vigie.notice.removal.Targeting.VoidReason;

/** Whether the content is there, and what became of everything that was targeted. */
public record Outcome(Presence presence, List<Targeting> targetings) {

    static final Outcome UNKNOWN = new Outcome(Presence.UNKNOWN, List.of());

    public Outcome {
        targetings = List.copyOf(targetings);
    }

    Outcome with(Presence next) {
        return new Outcome(next, targetings);
    }

    /** What was targeted under several names that turned out to be one unit's counts once. */
    Outcome merged(List<ContentUnit> same) {
        var next = this;
        for (int i = 1; i < same.size(); i++) {
            var absorbed = same.get(i);
            var survivors = same.subList(0, i);
            var known = next;
            next = next.each(
                    targeting -> absorbed.isCalled(targeting.contentId()) && known.hasAnother(targeting, survivors),
                    targeting -> targeting.voided(VoidReason.MERGED));
        }
        return next;
    }

    private boolean hasAnother(Targeting targeting, List<ContentUnit> units) {
        return targetings.stream()
                .anyMatch(other -> other.isAtTheSameAs(targeting)
                        && units.stream().anyMatch(unit -> unit.isCalled(other.contentId())));
    }

    /** A targeting says facts of its content: where they changed it is a new version, and what is illegal counts. */
    Outcome following(Evidence before, Evidence after) {
        if (targetings.isEmpty()) {
            return this;
        }
        var next = this;
        for (var unit : before.notIn(after)) {
            var changed =
                    after.contents().stream().anyMatch(one -> one.isCalled(unit.contentId()) && !one.countsAs(unit));
            if (changed) {
                next = next.each(targeting -> unit.isCalled(targeting.contentId()), Targeting::corrected);
            }
        }
        var units = byId(after.contents());
        return next.each(targeting -> units.containsKey(targeting.contentId()), targeting -> {
            var unit = units.get(targeting.contentId());
            return unit == null ? targeting : following(targeting, unit);
        });
    }

    private static Targeting following(Targeting targeting, ContentUnit unit) {
        return switch (unit.verification()) {
            case VERIFIED -> targeting.countsAgain();
            case NOT_ILLEGAL -> targeting.notIllegal();
            case SUSPECT, CANNOT_ASSESS, UNKNOWN -> targeting;
        };
    }

    private static Map<UUID, ContentUnit> byId(List<ContentUnit> units) {
        var byId = new HashMap<UUID, ContentUnit>();
        units.forEach(unit -> unit.names().forEach(id -> byId.putIfAbsent(id, unit)));
        return byId;
    }

    /** What the notice names is targeted, as far as the case is where the notice was asked for. */
    Outcome accepted(UUID caseId, Handover handover, Pursuit pursuit, Evidence evidence) {
        var next = this;
        for (var contentId : handover.contents()) {
            next = next.targeted(caseId, contentId, handover, pursuit, evidence);
        }
        var named = evidence.names(handover.contents());
        return next.each(
                        targeting -> targeting.cycle() == handover.cycle() && isNamed(targeting, handover, named),
                        targeting -> ended(toldAgain(targeting, handover, evidence)))
                .each(
                        called(handover.countedIn()),
                        targeting -> counted(targeting, handover.noticeId(), handover.at()));
    }

    private Outcome targeted(UUID caseId, UUID contentId, Handover handover, Pursuit pursuit, Evidence evidence) {
        var fresh = Targeting.accepted(caseId, contentId, handover.cycle(), handover.addressee(), handover.at());
        if (!handover.targets() || targetings.stream().anyMatch(called(fresh.targetingId()))) {
            return this;
        }
        var all = new ArrayList<>(targetings);
        all.add(openOrVoid(fresh, pursuit, evidence.called(List.of(contentId))));
        return new Outcome(presence, all);
    }

    private Targeting openOrVoid(Targeting fresh, Pursuit pursuit, List<ContentUnit> units) {
        if (fresh.cycle() != pursuit.cycle()) {
            return fresh.voided(VoidReason.CYCLE_OVER);
        }
        if (pursuit.stage() instanceof Retracted) {
            return fresh.voided(VoidReason.RETRACTED);
        }
        // Its content was merged while the notice was on its way, and is targeted under its other name.
        if (hasAnother(fresh, units)) {
            return fresh.voided(VoidReason.MERGED);
        }
        var isNotIllegal = units.stream().anyMatch(unit -> unit.verification() == Verification.NOT_ILLEGAL);
        return isNotIllegal ? ended(fresh).notIllegal() : ended(fresh);
    }

    private static Targeting toldAgain(Targeting targeting, Handover handover, Evidence evidence) {
        var isVerified =
                evidence.called(List.of(targeting.contentId())).stream().anyMatch(ContentUnit::isVerified);
        return isVerified ? targeting.toldAgain(handover.at()) : targeting;
    }

    private static boolean isNamed(Targeting targeting, Handover handover, List<UUID> named) {
        return targeting.addressee().equals(handover.addressee()) && named.contains(targeting.contentId());
    }

    /** What is handed over when the content is gone by then comes too late, or just in time. */
    private Targeting ended(Targeting targeting) {
        var downAt = presence.firstDownAt();
        return presence.isDown() && downAt != null
                ? targeting.removed(presence.lastUpAt(), downAt, false, null)
                : targeting;
    }

    /** The addressee knows that what the notice names is taken back. */
    Outcome takenBack(Handover handover, Evidence evidence) {
        var named = evidence.names(handover.contents());
        return each(targeting -> isNamed(targeting, handover, named), Targeting::takenBack);
    }

    /** Who was targeted before was written to again, in vain. */
    Outcome refused(@Nullable UUID countedIn, UUID noticeId, Instant at) {
        return each(called(countedIn), targeting -> bounced(counted(targeting, noticeId, at), noticeId, at));
    }

    Outcome bounced(UUID countedIn, UUID noticeId, Instant at) {
        return each(called(countedIn), targeting -> bounced(targeting, noticeId, at));
    }

    private static Targeting counted(Targeting targeting, UUID noticeId, Instant at) {
        return targeting.corresponded(known -> known.counted(noticeId, at));
    }

    private static Targeting bounced(Targeting targeting, UUID noticeId, Instant at) {
        return targeting.corresponded(known -> known.bounced(noticeId, at));
    }

    /** A feedback report came about a notice. */
    Outcome complained(UUID noticeId, Instant at) {
        return each(_ -> true, targeting -> targeting.corresponded(known -> known.complained(noticeId, at)));
    }

    /** Something came back to a notice that named them. */
    Outcome answered(Predicate<Targeting> which, UnaryOperator<Answers> move) {
        return each(which, targeting -> targeting.corresponded(known -> known.answered(move)));
    }

    /** When its time began, or that it never did, is told with each targeting of the addressee. */
    Outcome corrected(int cycle, Addressee addressee) {
        return each(
                targeting -> targeting.cycle() == cycle && targeting.addressee().equals(addressee),
                Targeting::corrected);
    }

    Outcome correctedWhereOpen() {
        return each(Targeting::isOpen, Targeting::corrected);
    }

    /** Whoever disputed it was right. */
    Outcome retracted(Instant at) {
        return answered(_ -> true, answers -> answers.decided(false, at))
                .each(_ -> true, targeting -> targeting.voided(VoidReason.RETRACTED));
    }

    /** Targetings of addressees that the chain leaves out end; those it names again are open. */
    Outcome movedAwayFrom(int cycle, ChainParties parties, Instant chainAt) {
        return each(in(cycle), targeting -> {
            if (parties.names(targeting.addressee())) {
                return targeting.backAgain();
            }
            return parties.leavesOut(targeting.addressee()) ? targeting.moved(chainAt) : targeting;
        });
    }

    boolean hasTargetings(int cycle) {
        return targetings.stream().anyMatch(in(cycle));
    }

    Outcome removed(int cycle, Removal removal, List<String> differences, @Nullable UUID host) {
        var lastUpAt = Presence.instantOrNull(removal.lastUpAt());
        var at = Instant.ofEpochMilli(removal.firstDownAt());
        var showed = removal.removalClass();
        var byOutage = showed == RemovalClass.OUTAGE || showed == RemovalClass.EXPIRED;
        return each(
                in(cycle),
                targeting -> targeting.removed(
                        lastUpAt,
                        at,
                        byOutage,
                        WhoActed.of(showed, List.of(), differences, targeting.addressee(), host)));
    }

    /** What changed around the content says who seems to have taken it down. */
    Outcome explained(int cycle, List<String> changes, @Nullable UUID host) {
        return each(
                in(cycle),
                targeting -> targeting.actedBy(WhoActed.of(
                        presence.removalClass(), changes, presence.differences(), targeting.addressee(), host)));
    }

    private static Predicate<Targeting> in(int cycle) {
        return targeting -> targeting.cycle() == cycle;
    }

    private static Predicate<Targeting> called(@Nullable UUID targetingId) {
        return targeting -> targeting.targetingId().equals(targetingId);
    }

    private Outcome each(Predicate<Targeting> which, UnaryOperator<Targeting> move) {
        var all = targetings.stream()
                .map(one -> which.test(one) ? move.apply(one) : one)
                .toList();
        return new Outcome(presence, all);
    }
}
