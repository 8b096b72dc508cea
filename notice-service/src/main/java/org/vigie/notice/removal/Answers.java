package org.vigie.notice.removal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What came back to the notices that named a targeting, since its clock began. Answers by machines are not in it.
 *
 * @param first each kind of answer once, proven and unproven apart: the one that arrived first
 * @param complained of the notices counted there, those that a feedback report came about
 * @param disputes in the order in which they began
 */
public record Answers(List<Said> first, List<UUID> complained, List<Disputed> disputes) {

    static final Answers NONE = new Answers(List.of(), List.of(), List.of());

    public Answers {
        first = List.copyOf(first);
        complained = List.copyOf(complained);
        disputes = List.copyOf(disputes);
    }

    /** An answer, by when it arrived. */
    public record Said(UUID replyId, ReplyOutcome outcome, boolean unproven, Instant at) {

        private boolean isOfTheKindOf(Said other) {
            return outcome == other.outcome && unproven == other.unproven;
        }
    }

    /**
     * The provider said that a notice is wrong.
     *
     * @param decided absent until a second assessor decided
     */
    public record Disputed(
            ReplyOutcome ground, Instant since, @Nullable Decided decided) {}

    /** What a second assessor decided. */
    public record Decided(boolean upheld, Instant at) {}

    Answers said(Reply reply) {
        var said = new Said(reply.replyId(), reply.outcome(), reply.unproven(), reply.receivedAt());
        var known = first.stream().filter(said::isOfTheKindOf).findFirst();
        if (known.filter(one -> !said.at().isBefore(one.at())).isPresent()) {
            return this;
        }
        var all = new ArrayList<>(first);
        known.ifPresent(all::remove);
        all.add(said);
        return new Answers(all, complained, disputes);
    }

    /** A person read something else in the answer: it was never given. */
    Answers misread(UUID replyId) {
        return new Answers(without(first, one -> one.replyId().equals(replyId)), complained, disputes);
    }

    Answers complained(UUID noticeId) {
        var all = new ArrayList<>(complained);
        all.add(noticeId);
        return new Answers(first, all, disputes);
    }

    /** One on the same ground that nobody decided yet goes on. */
    Answers disputed(Reply reply) {
        if (disputes.stream().anyMatch(one -> one.decided() == null && one.ground() == reply.outcome())) {
            return this;
        }
        var all = new ArrayList<>(disputes);
        all.add(new Disputed(reply.outcome(), reply.recordedAt(), null));
        return new Answers(first, complained, all);
    }

    /** All that waited are decided. */
    Answers decided(boolean upheld, Instant at) {
        var decided = new Decided(upheld, at);
        var all = disputes.stream()
                .map(one -> one.decided() == null ? new Disputed(one.ground(), one.since(), decided) : one)
                .toList();
        return new Answers(first, complained, all);
    }

    /** The provider's clock begins anew: what it answered before was to something else. */
    Answers begunAnew() {
        return new Answers(List.of(), complained, disputes);
    }

    private static <T> List<T> without(List<T> all, Predicate<T> which) {
        return all.stream().filter(which.negate()).toList();
    }
}
