package org.vigie.metrics.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.vigie.events.removal.TargetingSnapshot.Answer;
import org.vigie.events.removal.TargetingSnapshot.Answers;
import org.vigie.events.removal.TargetingSnapshot.Code;
import org.vigie.events.removal.TargetingSnapshot.Dispute;

/** What answers say at an instant, and of several targetings as one: pure functions. Times are epoch milliseconds. */
final class AnswersAsOf {

    private AnswersAsOf() {}

    /**
     * As known then.
     *
     * @param complaints when they came, as far as that is known
     */
    static @Nullable Answers of(@Nullable Answers answers, List<Long> complaints, long instant) {
        if (answers == null) {
            return null;
        }
        var first = answers.first().stream()
                .filter(answer -> answer.at() <= instant)
                .toList();
        var disputes = answers.disputes().stream()
                .filter(dispute -> dispute.since() <= instant)
                .map(dispute -> asOf(dispute, instant))
                .toList();
        return new Answers(first, SentTimes.knownBy(instant, answers.complaints(), complaints), disputes);
    }

    private static Dispute asOf(Dispute dispute, long instant) {
        var decidedAt = dispute.decidedAt();
        return decidedAt == null || decidedAt <= instant
                ? dispute
                : new Dispute(dispute.ground(), dispute.since(), null, null);
    }

    /** When somebody first answered what could be understood, empty if nobody did. */
    static OptionalLong acknowledgedAt(Answers answers) {
        return answers.first().stream()
                .filter(answer -> answer.code() != Code.UNPARSED)
                .mapToLong(Answer::at)
                .min();
    }

    /** What came back to any of them; not known if it is not of one. */
    static @Nullable Answers together(List<Lifecycle> targetings) {
        if (targetings.size() == 1) {
            return targetings.getFirst().answers();
        }
        var first = new ArrayList<Answer>();
        var disputes = new ArrayList<Dispute>();
        var complaints = 0;
        for (var targeting : targetings) {
            var answers = targeting.answers();
            if (answers == null) {
                return null;
            }
            first.addAll(answers.first());
            disputes.addAll(answers.disputes());
            complaints += answers.complaints();
        }
        first.sort(Comparator.comparingLong(Answer::at));
        return new Answers(first, complaints, disputes);
    }
}
