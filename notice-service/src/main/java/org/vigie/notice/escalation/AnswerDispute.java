package org.vigie.notice.escalation;

import java.util.Optional;
import org.vigie.notice.escalation.Step.Write;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.removal.PendingNotice;
import org.vigie.notice.removal.RemovalCase;

/** Who is told next that what it disputed stands, one after the other: pure functions. */
final class AnswerDispute {

    private AnswerDispute() {}

    /** Nothing is sent until a second assessor decides; checks go on. What was taken back is told all the same. */
    static boolean isAwaited(RemovalCase known) {
        return known.steering().dispute() != null && !known.stage().isOver();
    }

    static Optional<Step> next(RemovalCase known) {
        if (known.stage().isOver() || TakeBack.isBusy(known)) {
            return Optional.empty();
        }
        return known.steering().rulings().stream()
                .map(ruling -> ruling.objection())
                .filter(objection -> !known.standingWith(objection.contactId()).isEmpty())
                .findFirst()
                .map(to -> new Write(NoticeKind.DECISION, new Candidate(to.addressee(), 0, to.contactId()), false));
    }

    /** Whether the case still owes the answer. */
    static boolean isWanted(RemovalCase known, PendingNotice asked) {
        return !known.stage().isOver()
                && !known.isHeld()
                && known.steering().ruling(asked.addressee()).isPresent()
                && !known.standingWith(asked.contactId()).isEmpty();
    }
}
