package org.vigie.availability.watch;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vigie.availability.probe.Answer;
import org.vigie.availability.probe.Gate;
import org.vigie.availability.probe.Identity;
import org.vigie.availability.probe.Outcome;

/** What the comparisons of an answer come to, beside what was seen before. */
final class Conclusion {

    private final Inquiry inquiry;
    private final Parked parked;
    private final Others others;
    private final Prior prior;

    Conclusion(Inquiry inquiry, Parked parked, Others others, Prior prior) {
        this.inquiry = inquiry;
        this.parked = parked;
        this.others = others;
        this.prior = prior;
    }

    /** A gate's mark in a page that shows what it showed is an ornament of the page. */
    boolean isSurelyAsBefore(Answer answer) {
        var baseline = prior.baseline();
        return baseline != null && Fingerprint.of(answer).isSurely(baseline.item());
    }

    Change change(Answer answer) {
        return Change.of(answer, prior.baseline(), inquiry.target());
    }

    private boolean isParkedSince(@Nullable Baseline baseline) {
        var dns = inquiry.target(inquiry.first()).dnsDigest();
        return parked.since(baseline, dns, Sibling.label(prior.caseId(), prior.looks()));
    }

    /** Nothing is there now; if it was ever seen, that is what went. */
    Verdict empty(Identity first) {
        return prior.baseline() == null ? Verdict.of(Signal.UNVERIFIABLE) : others.empty(first);
    }

    /** The answer is about the URL; is it the answer that there was? */
    Verdict different(Compared known) {
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

    private Verdict replaced(Compared known, Baseline baseline) {
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
    Verdict alike(Compared known, Likeness likeness) {
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

    private Verdict found(Compared known) {
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
