package org.vigie.availability.watch;

import org.jspecify.annotations.Nullable;
import org.vigie.availability.probe.Answer;
import org.vigie.availability.probe.Gate;
import org.vigie.availability.probe.Identity;

/** What this identity was first answered with, and the latest answer of each kind that was compared. */
record ComparedAnswers(Identity identity, Signal signal, Answer first, Answer item, Answer control) {

    ComparedAnswers with(Answer nextItem, Answer nextControl) {
        return new ComparedAnswers(identity, signal, first, nextItem, nextControl);
    }

    @Nullable
    Gate gate() {
        var own = ofText(item);
        var other = ofText(control);
        return own != null ? own : other != null && other == control.gate() ? other : item.gate();
    }

    private static @Nullable Gate ofText(Answer answer) {
        var text = answer.text();
        return text == null || text.gate() == null ? answer.gate() : text.gate();
    }
}
