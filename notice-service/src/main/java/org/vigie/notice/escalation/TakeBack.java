package org.vigie.notice.escalation;

import java.util.Optional;
import org.vigie.notice.escalation.Step.Write;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.removal.CaseStage.Retracted;
import org.vigie.notice.removal.ContactedAddressee;
import org.vigie.notice.removal.RemovalCase;

/** Who is told next that something is taken back, one after the other: pure functions. */
final class TakeBack {

    private TakeBack() {}

    /** One unit among several is not illegal after all: who was told of it is told so, while the others go on. */
    static Optional<Step> unit(RemovalCase known) {
        if (known.stage() instanceof Retracted
                || isBusy(known)
                || known.evidence().verified().isEmpty()) {
            return Optional.empty();
        }
        return known.pursuit().contacted().stream()
                .filter(rung -> !known.toTakeBackFrom(rung.contactId()).isEmpty())
                .findFirst()
                .map(TakeBack::retraction);
    }

    /** A reminder that waits for its digest can wait for the next one. */
    static boolean isBusy(RemovalCase known) {
        var asked = known.pending();
        return asked != null && (asked.kind() != NoticeKind.REMINDER || asked.noticeId() != null);
    }

    /** Whoever was told of it and not yet that all is taken back. */
    static Optional<Step> all(RemovalCase known) {
        return known.pursuit().contacted().stream()
                .filter(rung -> !rung.retracted())
                .findFirst()
                .map(TakeBack::retraction);
    }

    private static Step retraction(ContactedAddressee rung) {
        return new Write(NoticeKind.RETRACTION, new Candidate(rung.addressee(), 0, rung.contactId()), false);
    }
}
