package org.vigie.availability.watch;

import java.util.Objects;
import org.vigie.availability.probe.Answer;
import org.vigie.availability.probe.Identity;
import org.vigie.availability.probe.Outcome;

/** Whether everybody else is shown the same: what one identity is shown alone is no conclusion. */
record OtherIdentities(ProbeSession session, Prior prior) {

    /**
     * The signal if all agree.
     *
     * @param first what the first identity was answered with at once
     * @param item the latest it was answered with, with its text if that was read
     */
    Conclusion agreed(Identity identity, Answer first, Answer item, Signal signal) {
        for (var other : session.others(identity)) {
            // A HEAD that is well says nothing against what a GET was shown.
            var outcome = (first.byGet() ? session.targetByGet(other) : session.target(other)).outcome();
            var answer = Assessment.fine(outcome);
            if (answer == null) {
                return cannotTell(outcome);
            }
            if (!isShownTheSame(other, answer, first, item)) {
                var change = Change.of(answer, prior.baseline(), session.target());
                var isThere = change == Change.NONE && !Change.leadsElsewhere(answer);
                return Conclusion.of(isThere ? Signal.CLOAKED : Signal.UNVERIFIABLE);
            }
        }
        return Conclusion.controlled(signal);
    }

    private boolean isShownTheSame(Identity other, Answer answer, Answer first, Answer item) {
        if (answer.landing() != first.landing() || !Objects.equals(answer.mediaType(), first.mediaType())) {
            return false;
        }
        if (!answer.isText()) {
            return Likeness.of(first, answer) != Likeness.DIFFERENT;
        }
        var text = item.text();
        if (text == null) {
            return true;
        }
        var shown = Assessment.fine(session.targetText(other).outcome());
        return shown != null && shown.text() != null && text.hasWordsOf(shown.text());
    }

    /** Nothing at all where the content was, if it is so for all. */
    Conclusion empty(Identity first) {
        for (var identity : session.others(first)) {
            var outcome = session.targetByGet(identity).outcome();
            var answer = Assessment.fine(outcome);
            if (answer == null) {
                return cannotTell(outcome);
            }
            if (!isEmpty(identity, answer)) {
                return Conclusion.of(Signal.CLOAKED);
            }
        }
        return Conclusion.of(Signal.EMPTY);
    }

    /** A range that cannot be had is asked for once more as a whole: its length may be that of the error's text. */
    boolean isEmpty(Identity identity, Answer item) {
        if (item.status() != 416 || item.isEmpty()) {
            return item.isEmpty();
        }
        var whole = Assessment.fine(session.targetWhole(identity).outcome());
        return whole != null && whole.isEmpty();
    }

    private static Conclusion cannotTell(Outcome outcome) {
        return Conclusion.of(outcome instanceof Outcome.LocalFault ? Signal.LOCAL_FAULT : Signal.UNVERIFIABLE);
    }
}
