package org.vigie.notice.removal.persistence;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.events.removal.TargetingSnapshot;
import org.vigie.events.removal.TargetingSnapshot.Answer;
import org.vigie.events.removal.TargetingSnapshot.Code;
import org.vigie.events.removal.TargetingSnapshot.Decision;
import org.vigie.events.removal.TargetingSnapshot.Dispute;
import org.vigie.notice.removal.Answers;
import org.vigie.notice.removal.Answers.Disputed;
import org.vigie.notice.removal.Answers.Said;
import org.vigie.notice.removal.Correspondence;
import org.vigie.notice.removal.ReplyOutcome;

/** What came back to a targeting as others see it: codes and times, nobody's words. */
final class AnswersSnapshots {

    private AnswersSnapshots() {}

    static TargetingSnapshot.@Nullable Answers of(@Nullable Answers answers) {
        return answers == null
                ? null
                : new TargetingSnapshot.Answers(
                        answers.first().stream().map(AnswersSnapshots::of).toList(),
                        answers.complained().size(),
                        answers.disputes().stream().map(AnswersSnapshots::of).toList());
    }

    static List<TargetingSnapshot.Sent> sent(Correspondence correspondence) {
        return correspondence.sent().stream()
                .map(one -> new TargetingSnapshot.Sent(
                        one.at().toEpochMilli(), millis(one.bouncedAt()), millis(one.complainedAt())))
                .toList();
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : Long.valueOf(instant.toEpochMilli());
    }

    private static Answer of(Said said) {
        return new Answer(code(said.outcome()), said.unproven(), said.at().toEpochMilli());
    }

    private static Dispute of(Disputed disputed) {
        var since = disputed.since().toEpochMilli();
        var decided = disputed.decided();
        return decided == null
                ? new Dispute(disputed.ground().ground(), since, null, null)
                : new Dispute(
                        disputed.ground().ground(),
                        since,
                        decided.at().toEpochMilli(),
                        decided.upheld() ? Decision.UPHELD : Decision.OVERTURNED);
    }

    private static Code code(ReplyOutcome outcome) {
        return switch (outcome) {
            case ACTIONED -> Code.ACTIONED;
            case ALREADY_DOWN -> Code.ALREADY_DOWN;
            case FORWARDED_TO_CUSTOMER -> Code.FORWARDED_TO_CUSTOMER;
            case ORIGIN_DISCLOSED -> Code.ORIGIN_DISCLOSED;
            case NOT_OURS -> Code.NOT_OURS;
            case NEED_MORE_INFO -> Code.NEED_MORE_INFO;
            case REVIEWED_NO_ACTION -> Code.REVIEWED_NO_ACTION;
            case REFUSED -> Code.REFUSED;
            case DISPUTES_AGE -> Code.DISPUTES_AGE;
            case DISPUTES_LEGALITY -> Code.DISPUTES_LEGALITY;
            case DISPUTES_TECHNICAL -> Code.DISPUTES_TECHNICAL;
            case UNPARSED -> Code.UNPARSED;
        };
    }
}
