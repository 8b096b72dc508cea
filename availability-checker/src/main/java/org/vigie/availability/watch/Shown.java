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
final class Shown {

    private final Inquiry inquiry;
    private final Parked parked;
    private final Others others;
    private final HeadAndGet headAndGet;
    private final Prior prior;
    private final Examination examination;
    private final Conclusion conclusion;

    Shown(Inquiry inquiry, Parking parking, Prior prior, Examination examination) {
        this.inquiry = inquiry;
        this.parked = new Parked(parking, inquiry.target());
        this.others = new Others(inquiry, prior);
        this.headAndGet = new HeadAndGet(inquiry, prior);
        this.prior = prior;
        this.examination = examination;
        this.conclusion = new Conclusion(inquiry, parked, others, prior);
    }

    /** Judges an answer that shows something, perhaps after a redirect. */
    Verdict verdict(Identity identity, Signal signal, Answer first) {
        if (parked.byName(first)) {
            return Verdict.of(Signal.PARKED);
        }
        if (first.byGet() || !inquiry.mayGet() || !headAndGet.isGetNeeded(first)) {
            return shown(identity, signal, first, first);
        }
        var byGet = inquiry.targetByGet(identity);
        var other = headAndGet.otherThan(first, identity, byGet);
        return other == null
                ? shown(identity, signal, first, Objects.requireNonNullElse(Examination.fine(byGet.outcome()), first))
                : examination.judge(identity, other);
    }

    private Verdict shown(Identity identity, Signal signal, Answer first, Answer item) {
        if (others.isEmpty(identity, item)) {
            return conclusion.empty(identity);
        }
        var baseline = prior.baseline();
        if (baseline != null && isSettled(first)) {
            return new Verdict(signal, false, baseline.isSteady() ? null : baseline.seenAgain());
        }
        var sibling = inquiry.sibling();
        if (sibling.isEmpty()) {
            return withoutControl(signal, first);
        }
        var other = Examination.telling(inquiry.sibling(identity, sibling.get()).outcome());
        if (other == null) {
            return withoutControl(signal, first);
        }
        var known = new Compared(identity, signal, first, item, other);
        if (!other.isFine()) {
            return conclusion.different(known);
        }
        return isTheUrl(other.target()) ? onto(known) : compared(known, sibling.get());
    }

    /** Whether it is the very answer that there was, and nothing asks for more. */
    private boolean isSettled(Answer answer) {
        return prior.isSettled() && conclusion.change(answer) == Change.NONE && conclusion.isSurelyAsBefore(answer);
    }

    private boolean isTheUrl(@Nullable WebUrl target) {
        return target != null && inquiry.target().equals(target);
    }

    /** Nothing beside it could be asked for. */
    private Verdict withoutControl(Signal signal, Answer first) {
        return Verdict.of(
                Change.leadsElsewhere(first) || conclusion.change(first) == Change.SURELY
                        ? Signal.UNVERIFIABLE
                        : signal);
    }

    /** A sibling is sent to the very URL: its name means nothing, and its server knows the content. */
    private Verdict onto(Compared known) {
        var control = inquiry.siblingElsewhere()
                .map(sibling -> inquiry.sibling(known.identity(), sibling).outcome())
                .flatMap(outcome -> Optional.ofNullable(Examination.telling(outcome)))
                .filter(answer -> !answer.isFine());
        return control.isPresent()
                ? conclusion.different(known.with(known.item(), control.get()))
                : withoutControl(known.signal(), known.first());
    }

    private Verdict compared(Compared known, WebUrl sibling) {
        var likeness = Likeness.of(known.item(), known.sibling());
        if (likeness == Likeness.DIFFERENT) {
            return conclusion.different(known);
        }
        if (!inquiry.mayGet()) {
            return conclusion.alike(known, likeness);
        }
        if (likeness == Likeness.NEEDS_TEXT
                || (known.item().isText() && known.sibling().isText())) {
            return byText(known, sibling, likeness);
        }
        var item = inquiry.targetByGet(known.identity());
        if (HeadAndGet.isNotShown(item.outcome())) {
            return examination.judge(known.identity(), item);
        }
        var shown = Examination.fine(item.outcome());
        var other = Examination.telling(
                inquiry.siblingByGet(known.identity(), sibling).outcome());
        if (shown == null || other == null) {
            return Verdict.of(Signal.UNVERIFIABLE);
        }
        var next = known.with(shown, other);
        if (shown.isEmpty()) {
            return conclusion.empty(known.identity());
        }
        return !other.isFine() || Likeness.of(shown, other) == Likeness.DIFFERENT
                ? conclusion.different(next)
                : conclusion.alike(next, Likeness.of(shown, other));
    }

    private Verdict byText(Compared known, WebUrl sibling, Likeness byHeaders) {
        var text = inquiry.targetText(known.identity());
        if (HeadAndGet.isNotShown(text.outcome())) {
            return examination.judge(known.identity(), text);
        }
        var item = Examination.fine(text.outcome());
        var other = Examination.telling(
                inquiry.siblingText(known.identity(), sibling).outcome());
        if (item == null || other == null) {
            return Verdict.of(Signal.UNVERIFIABLE);
        }
        if (item.isEmpty()) {
            return conclusion.empty(known.identity());
        }
        var next = known.with(item, other);
        if (next.gate() != null && !conclusion.isSurelyAsBefore(next.first())) {
            return Verdict.of(Signal.of(next.gate()));
        }
        if (!other.isFine()) {
            return conclusion.different(next);
        }
        if (byHeaders == Likeness.ALIKE || Likeness.areOneText(item, other)) {
            return conclusion.alike(next, Likeness.ALIKE);
        }
        var third = inquiry.anotherSibling()
                .map(another -> inquiry.siblingText(known.identity(), another).outcome())
                .map(Examination::fine);
        var likeness =
                third.map(another -> Likeness.ofTexts(item, other, another)).orElse(Likeness.UNKNOWN);
        return likeness == Likeness.DIFFERENT ? conclusion.different(next) : conclusion.alike(next, likeness);
    }
}
