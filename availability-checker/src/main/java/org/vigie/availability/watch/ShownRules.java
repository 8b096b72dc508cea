package org.vigie.availability.watch;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.availability.probe.Answer;
import org.vigie.availability.probe.Identity;
import org.vigie.availability.probe.Parking;
import org.vigie.url.WebUrl;

/**
 * What it means that something is shown: the content, an empty shell, something else, or a gate. Two comparisons
 * decide: with a URL that cannot exist, and with how both were answered when the content was last seen.
 */
final class ShownRules {

    private final ProbeSession session;
    private final Parked parked;
    private final OtherIdentities others;
    private final HeadAndGet headAndGet;
    private final Prior prior;
    private final Assessment assessment;
    private final Comparison comparison;

    ShownRules(ProbeSession session, Parking parking, Prior prior, Assessment assessment) {
        this.session = session;
        this.parked = new Parked(parking, session.target());
        this.others = new OtherIdentities(session, prior);
        this.headAndGet = new HeadAndGet(session, prior);
        this.prior = prior;
        this.assessment = assessment;
        this.comparison = new Comparison(session, parked, others, prior);
    }

    /** Judges an answer that shows something, perhaps after a redirect. */
    Conclusion conclusion(Identity identity, Signal signal, Answer first) {
        if (parked.byName(first)) {
            return Conclusion.of(Signal.PARKED);
        }
        if (first.byGet() || !session.mayGet() || !headAndGet.isGetNeeded(first)) {
            return shown(identity, signal, first, first);
        }
        var byGet = session.targetByGet(identity);
        var other = headAndGet.otherThan(first, identity, byGet);
        return other == null
                ? shown(identity, signal, first, Objects.requireNonNullElse(Assessment.fine(byGet.outcome()), first))
                : assessment.judge(identity, other);
    }

    /** What every GET may be answered with is compared with what a GET for the item is answered with. */
    private Conclusion byGet(Identity identity, Signal signal, Answer first) {
        var byGet = session.targetByGet(identity);
        var other = headAndGet.otherThan(first, identity, byGet);
        if (other != null) {
            return assessment.judge(identity, other);
        }
        var item = Assessment.fine(byGet.outcome());
        return item == null ? withoutControl(signal, first) : shown(identity, signal, first, item);
    }

    private Conclusion shown(Identity identity, Signal signal, Answer first, Answer item) {
        if (others.isEmpty(identity, item)) {
            return comparison.empty(identity);
        }
        var baseline = prior.baseline();
        if (baseline != null && isSettled(first)) {
            return new Conclusion(signal, false, baseline.isSteady() ? null : baseline.seenAgain());
        }
        var control = session.control();
        if (control.isEmpty()) {
            return withoutControl(signal, first);
        }
        var other = Assessment.telling(
                session.controlOf(item, identity, control.get()).outcome());
        if (other == null) {
            return withoutControl(signal, first);
        }
        if (!item.byGet() && session.mayGet() && !other.isNotFound()) {
            return byGet(identity, signal, first);
        }
        var known = new ComparedAnswers(identity, signal, first, item, other);
        if (!other.isFine()) {
            return comparison.different(known);
        }
        return isTheUrl(other.target()) ? onto(known) : compared(known, control.get());
    }

    /** Whether it is the very answer that there was, and nothing asks for more. */
    private boolean isSettled(Answer answer) {
        return prior.isSettled() && comparison.change(answer) == Change.NONE && comparison.isSurelyAsBefore(answer);
    }

    private boolean isTheUrl(@Nullable WebUrl target) {
        return target != null && session.target().equals(target);
    }

    /** Nothing beside it could be asked for. */
    private Conclusion withoutControl(Signal signal, Answer first) {
        return Conclusion.of(
                Change.leadsElsewhere(first) || comparison.change(first) == Change.SURELY
                        ? Signal.UNVERIFIABLE
                        : signal);
    }

    /** A control is sent to the very URL: its name means nothing, and its server knows the content. */
    private Conclusion onto(ComparedAnswers known) {
        var elsewhere = session.controlElsewhere()
                .map(control -> session.controlOf(known.item(), known.identity(), control)
                        .outcome())
                .flatMap(outcome -> Optional.ofNullable(Assessment.telling(outcome)))
                .filter(answer -> !answer.isFine());
        return elsewhere.isPresent()
                ? comparison.different(known.with(known.item(), elsewhere.get()))
                : withoutControl(known.signal(), known.first());
    }

    private Conclusion compared(ComparedAnswers known, WebUrl control) {
        var likeness = Likeness.of(known.item(), known.control());
        if (likeness == Likeness.DIFFERENT) {
            return comparison.different(known);
        }
        if (!session.mayGet()) {
            return comparison.alike(known, likeness);
        }
        if (likeness == Likeness.NEEDS_TEXT
                || (known.item().isText() && known.control().isText())) {
            return byText(known, control, likeness);
        }
        var item = session.targetByGet(known.identity());
        if (HeadAndGet.isNotShown(item.outcome())) {
            return assessment.judge(known.identity(), item);
        }
        var shown = Assessment.fine(item.outcome());
        var other = Assessment.telling(
                session.controlByGet(known.identity(), control).outcome());
        if (shown == null || other == null) {
            return Conclusion.of(Signal.UNVERIFIABLE);
        }
        var next = known.with(shown, other);
        if (shown.isEmpty()) {
            return comparison.empty(known.identity());
        }
        return !other.isFine() || Likeness.of(shown, other) == Likeness.DIFFERENT
                ? comparison.different(next)
                : comparison.alike(next, Likeness.of(shown, other));
    }

    private Conclusion byText(ComparedAnswers known, WebUrl control, Likeness byHeaders) {
        var text = session.targetText(known.identity());
        if (HeadAndGet.isNotShown(text.outcome())) {
            return assessment.judge(known.identity(), text);
        }
        var item = Assessment.fine(text.outcome());
        var other = Assessment.telling(
                session.controlText(known.identity(), control).outcome());
        if (item == null || other == null) {
            return Conclusion.of(Signal.UNVERIFIABLE);
        }
        if (item.isEmpty()) {
            return comparison.empty(known.identity());
        }
        var next = known.with(item, other);
        if (next.gate() != null && !comparison.isSurelyAsBefore(next.first())) {
            return Conclusion.of(Signal.of(next.gate()));
        }
        if (!other.isFine()) {
            return comparison.different(next);
        }
        return byHeaders == Likeness.ALIKE || Likeness.areOneText(item, other)
                ? comparison.alike(next, Likeness.ALIKE)
                : besideAnother(next);
    }

    /** What varies between two that cannot exist tells nothing. */
    private Conclusion besideAnother(ComparedAnswers known) {
        var third = session.anotherControl()
                .map(another -> session.controlText(known.identity(), another).outcome())
                .map(Assessment::fine);
        var likeness = third.map(another -> Likeness.ofTexts(known.item(), known.control(), another))
                .orElse(Likeness.UNKNOWN);
        return likeness == Likeness.DIFFERENT ? comparison.different(known) : comparison.alike(known, likeness);
    }
}
