package org.vigie.availability.watch;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vigie.availability.probe.Answer;
import org.vigie.availability.probe.Identity;
import org.vigie.availability.probe.Outcome;
import org.vigie.availability.probe.ProbeResult;

/** Decides whether to trust the answer to HEAD. Browsers send GET, so where the two differ, GET decides. */
record HeadAndGet(ProbeSession session, Prior prior) {

    private static final int GET_EVERY = 4;

    /**
     * HEAD is not enough where it says nothing or something new: Apache leaves out the length of an empty file. Content
     * seen before is asked for by GET at the second check and every fourth after it, where a notice waits for the
     * check, and while the content is not known to be there: HEAD alone would find again what a GET did not.
     */
    boolean isGetNeeded(Answer head) {
        var isItsTurn = prior.baseline() != null && (!prior.up() || prior.wanted() || prior.checks() % GET_EVERY == 1);
        return isItsTurn || head.status() != 200 || Long.valueOf(0).equals(head.length()) || isNew(head);
    }

    private boolean isNew(Answer head) {
        var baseline = prior.baseline();
        return Change.of(head, baseline, session.target()) != Change.NONE
                || (baseline != null && Fingerprint.of(head).contradicts(baseline.item()));
    }

    /** The answer to GET if it is not well, or shows something else than HEAD did; absent where both agree. */
    @Nullable
    ProbeResult otherThan(Answer head, Identity identity, ProbeResult byGet) {
        if (isNotShown(byGet.outcome())) {
            return byGet;
        }
        if (fails(byGet.outcome())) {
            var whole = session.targetWhole(identity);
            return isNotShown(whole.outcome()) || fails(whole.outcome()) ? whole : null;
        }
        var answer = Assessment.fine(byGet.outcome());
        return answer != null && showsAnother(head, answer) ? byGet : null;
    }

    /** By where it was led to, its type, or the length of a picture; the type of a 416 is that of a message. */
    private static boolean showsAnother(Answer head, Answer get) {
        if (get.status() == 416) {
            return false;
        }
        return head.landing() != get.landing()
                || !Objects.equals(head.target(), get.target())
                || head.gate() != get.gate()
                || areDifferent(head.mediaType(), get.mediaType())
                || (get.isMedia() && areDifferent(head.length(), get.length()));
    }

    private static boolean areDifferent(@Nullable Object one, @Nullable Object two) {
        return one != null && two != null && !one.equals(two);
    }

    /** Whether the answer to GET says that the content is not shown; an answer of a server in trouble says neither. */
    static boolean isNotShown(Outcome byGet) {
        var answer = Assessment.telling(byGet);
        return answer != null && !answer.isFine();
    }

    /** Whether people are shown an error, or nothing, however well HEAD is; who counts our requests says nothing. */
    private static boolean fails(Outcome byGet) {
        return switch (byGet) {
            case Outcome.Answered(var answer) ->
                answer.status() >= 500
                        && answer.status() < 600
                        && !answer.notes().contains(Answer.Note.TURNED_AWAY);
            case Outcome.Broken(var fault) -> !fault.isOurLimit();
            case Outcome.NameFailed _,
                    Outcome.RedirectFailed _,
                    Outcome.ConnectionFailed _,
                    Outcome.LocalFault _,
                    Outcome.NotAsked _ -> false;
        };
    }
}
