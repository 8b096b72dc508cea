package org.vigie.availability.watch;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.availability.probe.Answer;
import org.vigie.availability.probe.Gate;
import org.vigie.availability.probe.Identity;
import org.vigie.availability.probe.Outcome;
import org.vigie.availability.probe.Parking;
import org.vigie.url.WebUrl;

/**
 * What it means that something is shown: the content, an empty shell, something else, or a gate. Two comparisons
 * decide: with a URL that cannot exist, and with how both were answered when the content was last seen.
 */
final class Shown {

    private static final int GET_EVERY = 4;

    private final Inquiry inquiry;
    private final Parked parked;
    private final Others others;
    private final Prior prior;
    private final Examination examination;

    Shown(Inquiry inquiry, Parking parking, Prior prior, Examination examination) {
        this.inquiry = inquiry;
        this.parked = new Parked(parking, inquiry.target());
        this.others = new Others(inquiry, prior);
        this.prior = prior;
        this.examination = examination;
    }

    /** What this identity was first answered with, and the latest answer of each kind that was compared. */
    private record Case(Identity identity, Signal signal, Answer first, Answer item, Answer sibling) {

        Case with(Answer nextItem, Answer nextSibling) {
            return new Case(identity, signal, first, nextItem, nextSibling);
        }

        @Nullable
        Gate gate() {
            var own = ofText(item);
            var other = ofText(sibling);
            return own != null ? own : other != null && other == sibling.gate() ? other : item.gate();
        }

        private static @Nullable Gate ofText(Answer answer) {
            var text = answer.text();
            return text == null || text.gate() == null ? answer.gate() : text.gate();
        }
    }

    /** Judges an answer that shows something, perhaps after a redirect. */
    Verdict verdict(Identity identity, Signal signal, Answer first) {
        if (parked.byName(first)) {
            return Verdict.of(Signal.PARKED);
        }
        var item = first;
        if (!first.byGet() && inquiry.mayGet() && needsGet(first)) {
            var byGet = inquiry.targetByGet(identity);
            if (isNotShown(byGet.outcome())) {
                return examination.judge(identity, byGet);
            }
            item = Objects.requireNonNullElse(Examination.fine(byGet.outcome()), first);
        }
        if (others.isEmpty(identity, item)) {
            return empty(identity);
        }
        if (isSettled(first)) {
            return Verdict.of(signal);
        }
        var sibling = inquiry.sibling();
        if (sibling.isEmpty()) {
            return withoutControl(signal, first);
        }
        var other = Examination.telling(inquiry.sibling(identity, sibling.get()).outcome());
        if (other == null) {
            return withoutControl(signal, first);
        }
        var known = new Case(identity, signal, first, item, other);
        if (!other.isFine()) {
            return different(known);
        }
        return isTheUrl(other.target()) ? onto(known) : compared(known, sibling.get());
    }

    /** Whether it is the very answer that there was, and nothing asks for more. */
    private boolean isSettled(Answer answer) {
        return prior.isSettled() && change(answer) == Change.NONE && isSurelyAsBefore(answer);
    }

    /**
     * HEAD is not believed where it says nothing or something new: Apache leaves out the length of an empty file. Of
     * what was seen before it is not believed for ever, nor where a notice waits.
     */
    private boolean needsGet(Answer head) {
        var isItsTurn = prior.baseline() != null
                && (prior.wanted() || prior.badLooks() > 0 || prior.looks() % GET_EVERY == GET_EVERY - 1);
        return isItsTurn
                || head.status() != 200
                || Long.valueOf(0).equals(head.length())
                || change(head) != Change.NONE;
    }

    private boolean isTheUrl(@Nullable WebUrl target) {
        return target != null && inquiry.target().equals(target);
    }

    /** Whether a GET was told something else than that content is shown. A server in trouble says nothing with that. */
    private static boolean isNotShown(Outcome byGet) {
        var answer = Examination.telling(byGet);
        return answer != null && !answer.isFine();
    }

    /** Nothing beside it could be asked for. */
    private Verdict withoutControl(Signal signal, Answer first) {
        return Verdict.of(
                Change.leadsElsewhere(first) || change(first) == Change.SURELY ? Signal.UNVERIFIABLE : signal);
    }

    /** A sibling is sent to the very URL: its name means nothing, and its server knows the content. */
    private Verdict onto(Case known) {
        var control = inquiry.siblingElsewhere()
                .map(sibling -> inquiry.sibling(known.identity(), sibling).outcome())
                .flatMap(outcome -> Optional.ofNullable(Examination.telling(outcome)))
                .filter(answer -> !answer.isFine());
        return control.isPresent()
                ? different(known.with(known.item(), control.get()))
                : withoutControl(known.signal(), known.first());
    }

    private Verdict compared(Case known, WebUrl sibling) {
        var likeness = Likeness.of(known.item(), known.sibling());
        if (likeness == Likeness.DIFFERENT) {
            return different(known);
        }
        if (!inquiry.mayGet()) {
            return alike(known, likeness);
        }
        if (likeness == Likeness.NEEDS_TEXT
                || (known.item().isText() && known.sibling().isText())) {
            return byText(known, sibling, likeness);
        }
        var item = inquiry.targetByGet(known.identity());
        if (isNotShown(item.outcome())) {
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
            return empty(known.identity());
        }
        return !other.isFine() || Likeness.of(shown, other) == Likeness.DIFFERENT
                ? different(next)
                : alike(next, Likeness.of(shown, other));
    }

    private Verdict byText(Case known, WebUrl sibling, Likeness byHeaders) {
        var text = inquiry.targetText(known.identity());
        if (isNotShown(text.outcome())) {
            return examination.judge(known.identity(), text);
        }
        var item = Examination.fine(text.outcome());
        var other = Examination.telling(
                inquiry.siblingText(known.identity(), sibling).outcome());
        if (item == null || other == null) {
            return Verdict.of(Signal.UNVERIFIABLE);
        }
        if (item.isEmpty()) {
            return empty(known.identity());
        }
        var next = known.with(item, other);
        if (next.gate() != null && !isSurelyAsBefore(next.first())) {
            return Verdict.of(Signal.of(next.gate()));
        }
        if (!other.isFine()) {
            return different(next);
        }
        if (byHeaders == Likeness.ALIKE || Likeness.areOneText(item, other)) {
            return alike(next, Likeness.ALIKE);
        }
        var third = inquiry.anotherSibling()
                .map(another -> inquiry.siblingText(known.identity(), another).outcome())
                .map(Examination::fine);
        var likeness =
                third.map(another -> Likeness.ofTexts(item, other, another)).orElse(Likeness.UNKNOWN);
        return likeness == Likeness.DIFFERENT ? different(next) : alike(next, likeness);
    }

    /** A gate's mark in a page that shows what it showed is an ornament of the page. */
    private boolean isSurelyAsBefore(Answer answer) {
        var baseline = prior.baseline();
        return baseline != null && Fingerprint.of(answer).isSurely(baseline.item());
    }

    private Change change(Answer answer) {
        return Change.of(answer, prior.baseline(), inquiry.target());
    }

    private boolean isParkedSince(@Nullable Baseline baseline) {
        var dns = inquiry.target(inquiry.first()).dnsDigest();
        return parked.since(baseline, dns, Sibling.label(prior.caseId(), prior.looks()));
    }

    /** Nothing is there now; if it was ever seen, that is what went. */
    private Verdict empty(Identity first) {
        return prior.baseline() == null ? Verdict.of(Signal.UNVERIFIABLE) : others.empty(first);
    }

    /** The answer is about the URL; is it the answer that there was? */
    private Verdict different(Case known) {
        if (Parked.byText(known.item(), known.sibling())) {
            return Verdict.of(Signal.PARKED);
        }
        var gate = known.first().gate();
        var baseline = prior.baseline();
        if (baseline == null) {
            return Change.leadsElsewhere(known.first())
                    ? Verdict.of(gate == null ? Signal.UNVERIFIABLE : Signal.of(gate))
                    : found(known);
        }
        return switch (change(known.first())) {
            case NONE -> found(known);
            case PERHAPS -> Verdict.controlled(Signal.CHANGED);
            case SURELY -> replaced(known, baseline);
        };
    }

    private Verdict replaced(Case known, Baseline baseline) {
        var item = known.item();
        if (item.isText() && item.text() == null && inquiry.mayGet()) {
            item = Objects.requireNonNullElse(
                    Examination.fine(inquiry.targetText(known.identity()).outcome()), item);
        }
        var gate = known.with(item, known.sibling()).gate();
        var isAlone = baseline.siblingIsAsBefore(known.sibling());
        if (gate != null && !(isAlone && (gate == Gate.REGION || gate == Gate.HOTLINK))) {
            return Verdict.of(Signal.of(gate));
        }
        if (!isAlone) {
            return Verdict.of(Signal.TURNED_ALIKE);
        }
        return baseline.media() && mayShowIt(item)
                ? Verdict.controlled(Signal.CHANGED)
                : others.agreed(known.identity(), known.first(), item, Signal.REPLACED);
    }

    /** Hosts show pictures in pages of their own, too; not in their home, error or search page. */
    private static boolean mayShowIt(Answer page) {
        var text = page.text();
        return switch (page.landing()) {
            case ROOT, ERROR_PAGE, SEARCH -> false;
            case SAME_PLACE, OTHER_PATH, OTHER_DOMAIN, LOGIN ->
                page.isText() && (text == null || text.shows() || !text.whole());
        };
    }

    /**
     * Anything is answered like that. It says something only if there was a difference once, and about whom if one
     * stayed.
     */
    private Verdict alike(Case known, Likeness likeness) {
        if (isSurelyAsBefore(known.first())) {
            return Verdict.of(known.signal());
        }
        var gate = known.gate();
        if (gate != null) {
            return Verdict.of(Signal.of(gate));
        }
        var baseline = prior.baseline();
        if (Parked.byText(known.item(), known.sibling()) || isParkedSince(baseline)) {
            return Verdict.of(Signal.PARKED);
        }
        if (baseline == null) {
            return Verdict.of(Signal.UNVERIFIABLE);
        }
        if (!baseline.siblingIsAsBefore(known.sibling())) {
            return Verdict.of(Signal.TURNED_ALIKE);
        }
        return likeness == Likeness.ALIKE
                ? others.agreed(known.identity(), known.first(), known.item(), Signal.SOFT_GONE)
                : Verdict.of(Signal.UNVERIFIABLE);
    }

    private Verdict found(Case known) {
        var sibling = known.sibling();
        if (sibling.isFine() && sibling.isText() && sibling.text() == null && inquiry.mayGet()) {
            sibling = inquiry.sibling()
                    .map(url -> inquiry.siblingText(known.identity(), url).outcome())
                    .map(Examination::fine)
                    .orElse(sibling);
        }
        var dns = inquiry.target(known.identity()).dnsDigest();
        return new Verdict(
                known.signal(),
                true,
                Baseline.after(prior.baseline(), known.first(), sibling, root(known.identity()), dns));
    }

    private @Nullable Integer root(Identity identity) {
        var baseline = prior.baseline();
        if (baseline != null && !prior.isAllAnew()) {
            return baseline.root();
        }
        return inquiry.root(identity)
                .map(outcome ->
                        outcome instanceof Outcome.Answered(var answer) ? Integer.valueOf(answer.status()) : null)
                .orElse(null);
    }
}
