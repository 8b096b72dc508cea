package org.vigie.notice.removal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.removal.CaseStage.Exhausted;
import org.vigie.notice.removal.CaseStage.Notified;
import org.vigie.notice.removal.CaseStage.Retracted;
import org.vigie.notice.removal.CaseStage.Unaddressable;

/**
 * Who is written to.
 *
 * @param contacted every addressee written to, in every cycle, oldest first
 * @param refused contacts that are not written to again in a cycle
 * @param pending the notice that is wanted and not settled, absent without any
 * @param firstHandoverAt absent before the first notice
 */
public record Pursuit(
        int cycle,
        CaseStage stage,
        Route route,
        List<ContactedAddressee> contacted,
        List<Refused> refused,
        @Nullable PendingNotice pending,
        @Nullable Instant firstHandoverAt) {

    static final Pursuit NOT_BEGUN =
            new Pursuit(1, new CaseStage.Received(), Route.NONE, List.of(), List.of(), null, null);

    public Pursuit {
        contacted = List.copyOf(contacted);
        refused = List.copyOf(refused);
    }

    /** How many addressees were written to in this cycle. */
    public int level() {
        return (int) ofThisCycle().count();
    }

    /** The addressee as it was written to in this cycle. */
    public Optional<ContactedAddressee> contacted(Addressee addressee) {
        return ofThisCycle().filter(one -> one.addressee().equals(addressee)).findFirst();
    }

    /** When somebody was last written to in this cycle; empty before the first notice. */
    public Optional<Instant> lastHandoverAt() {
        return ofThisCycle().map(ContactedAddressee::lastHandoverAt).max(Comparator.naturalOrder());
    }

    /** Whether nobody is left to be written to because no notice could be written. */
    boolean isUnwritable() {
        var nobodyIsLeft = stage instanceof Unaddressable || stage instanceof Exhausted;
        return nobodyIsLeft
                && (stage.equals(new Unaddressable(Unaddressable.NO_WRITABLE_CONTACT))
                        || refused.stream()
                                .anyMatch(one -> one.cycle() == cycle && Boolean.TRUE.equals(one.unwritable())));
    }

    private Stream<ContactedAddressee> ofThisCycle() {
        return contacted.stream().filter(one -> one.cycle() == cycle);
    }

    /** Whether nobody was told anything that still stands, and no notice may be on its way. */
    boolean hasToldNobody() {
        return contacted.stream().allMatch(ContactedAddressee::retracted)
                && (pending == null || pending.noticeId() == null);
    }

    /** Whether a notice that may have left is counted on by now, accepted or refused. */
    boolean knows(UUID noticeId) {
        return contacted.stream().anyMatch(one -> one.notices().contains(noticeId));
    }

    boolean knowsAsRefused(UUID noticeId) {
        return refused.stream().anyMatch(one -> one.noticeId().equals(noticeId));
    }

    /** Whether nothing that the addressee was sent in the cycle was delivered. */
    boolean reachedNobody(int inCycle, Addressee addressee) {
        return contacted.stream()
                .anyMatch(one -> one.cycle() == inCycle && one.addressee().equals(addressee) && one.reachedNobody());
    }

    /** Whether the notice takes back some of what the case was about. */
    private boolean takesBack(UUID noticeId) {
        return pending != null && pending.kind() == NoticeKind.RETRACTION && noticeId.equals(pending.noticeId());
    }

    private Pursuit at(CaseStage next) {
        return new Pursuit(cycle, next, route, contacted, refused, pending, firstHandoverAt);
    }

    /** It is known who is written to; empty where that changes nothing. */
    Optional<Pursuit> routed(Route next, Instant at) {
        return stage.routedAt(at).map(routed -> at(routed).on(next));
    }

    /** Nobody can be written to; empty where that changes nothing. */
    Optional<Pursuit> unaddressable(Route next, String reason) {
        return stage.unaddressableFor(reason)
                .map(stuck -> at(stuck).on(next.to(null)).askingNothingNew());
    }

    /** Nobody is left to be written to; empty where that changes nothing. */
    Optional<Pursuit> exhausted() {
        return stage.exhaustedNow().map(this::at);
    }

    /** Everything is taken back. */
    Pursuit retracted(Instant at) {
        return at(stage.retractedAt(at)).on(route.to(null)).asking(null);
    }

    Pursuit on(Route next) {
        return new Pursuit(cycle, stage, next, contacted, refused, pending, firstHandoverAt);
    }

    Pursuit asking(@Nullable PendingNotice wish) {
        return new Pursuit(cycle, stage, route, contacted, refused, wish, firstHandoverAt);
    }

    /** A wish that a notice took may have left with it: it stays until the notice is settled. */
    Pursuit askingNothingNew() {
        return pending != null && pending.noticeId() == null ? asking(null) : this;
    }

    /** It is known what became of the notice. */
    Pursuit settled(UUID noticeId) {
        return pending != null && noticeId.equals(pending.noticeId()) ? asking(null) : this;
    }

    /** The content came back: it begins anew. */
    Pursuit reappeared(Instant at) {
        return inNextCycle(stage.reappearedAt(at)).on(route.to(null)).asking(null);
    }

    /** What was taken back begins anew; otherwise it goes on. */
    Pursuit reportedAgain() {
        return stage instanceof Retracted retracted ? inNextCycle(retracted.reportedAgain()) : this;
    }

    private Pursuit inNextCycle(CaseStage next) {
        return new Pursuit(cycle + 1, next, route, contacted, refused, pending, firstHandoverAt);
    }

    /** Goes on, or not, by what is known of the contents now. */
    Pursuit assessed(Evidence evidence, Instant at) {
        if (!evidence.verified().isEmpty()) {
            return at(stage.verifiedAt(at));
        }
        return evidence.isNotIllegal() ? at(stage.rejectedAt(at)).askingNothingNew() : this;
    }

    /**
     * The addressee was written to, wherever the case went in the meantime.
     *
     * @param named every name of what the notice names
     * @return empty if none can have been asked for
     */
    Optional<Pursuit> accepted(Handover handover, List<UUID> named) {
        var isOfNow = handover.cycle() == cycle;
        return (isOfNow ? stage.accepted(handover.kind()) : Optional.of(stage))
                .map(next -> accepted(handover, named, next, isOfNow));
    }

    private Pursuit accepted(Handover handover, List<UUID> named, CaseStage next, boolean isOfNow) {
        return new Pursuit(
                        cycle,
                        next,
                        isOfNow && next instanceof Notified ? route.to(handover.addressee()) : route,
                        with(handover, named),
                        refused,
                        pending,
                        firstHandoverAt == null ? handover.at() : firstHandoverAt)
                .settled(handover.noticeId());
    }

    private List<ContactedAddressee> with(Handover handover, List<UUID> named) {
        var all = new ArrayList<>(contacted);
        for (int i = 0; i < all.size(); i++) {
            var one = all.get(i);
            if (one.cycle() == handover.cycle() && one.addressee().equals(handover.addressee())) {
                all.set(i, one.again(handover, named));
                return all;
            }
        }
        all.add(ContactedAddressee.first(handover.cycle(), handover));
        return all;
    }

    /** Who was told of it knows that some or all of it is taken back. */
    Pursuit takenBack(UUID contactId, List<UUID> contents) {
        return each(
                one -> one.contactId().equals(contactId),
                one -> stage instanceof Retracted ? one.withRetraction() : one.withTakenBack(contents));
    }

    /**
     * The contact is not written to again in the cycle.
     *
     * @param takenBack of what it was told of, what is to be taken back from it
     */
    Pursuit refused(Refused refusal, List<UUID> takenBack) {
        var noticeId = refusal.noticeId();
        var next = stage instanceof Retracted || takesBack(noticeId) ? takenBack(refusal.contactId(), takenBack) : this;
        return next.with(refusal).settled(noticeId);
    }

    /** The same of a notice that had been accepted. */
    Pursuit bounced(Refused refusal) {
        return with(refusal)
                .each(_ -> true, one -> one.cameBack(refusal.noticeId()))
                .askingNothingNew();
    }

    /** A person saw it: sightings stand in for checks anew. */
    Pursuit seenByAPerson() {
        return each(_ -> true, ContactedAddressee::seenByAPerson);
    }

    private Pursuit with(Refused refusal) {
        var all = new ArrayList<>(refused);
        all.add(refusal);
        return new Pursuit(cycle, stage, route, contacted, all, pending, firstHandoverAt);
    }

    private Pursuit each(Predicate<ContactedAddressee> which, UnaryOperator<ContactedAddressee> move) {
        var all = contacted.stream()
                .map(one -> which.test(one) ? move.apply(one) : one)
                .toList();
        return new Pursuit(cycle, stage, route, all, refused, pending, firstHandoverAt);
    }
}
