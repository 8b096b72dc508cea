package org.vigie.availability.watch;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vigie.availability.probe.Answer;
import org.vigie.availability.probe.Gate;
import org.vigie.availability.probe.Identity;
import org.vigie.availability.probe.Outcome;

/** Concludes from an answer compared with a control and with the baseline. */
final class Comparison {

    private final ProbeSession session;
    private final Parked parked;
    private final OtherIdentities others;
    private final Prior prior;

    Comparison(ProbeSession session, Parked parked, OtherIdentities others, Prior prior) {
        this.session = session;
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
        return Change.of(answer, prior.baseline(), session.target());
    }

    private boolean isParkedSince(@Nullable Baseline baseline) {
        var dns = session.target(session.first()).dnsDigest();
        return parked.since(baseline, dns, ControlUrl.label(prior.caseId(), prior.checks()));
    }

    /** Nothing is there now; if it was ever seen, that is what went. */
    Conclusion empty(Identity first) {
        return prior.baseline() == null ? Conclusion.of(Signal.UNVERIFIABLE) : others.empty(first);
    }

    /** The answer is about the URL; is it the answer that there was? */
    Conclusion different(ComparedAnswers known) {
        if (Parked.byText(known.item(), known.control())) {
            return Conclusion.of(Signal.PARKED);
        }
        var gate = known.first().gate();
        var baseline = prior.baseline();
        if (baseline == null) {
            return Change.leadsElsewhere(known.first())
                    ? Conclusion.of(gate == null ? Signal.UNVERIFIABLE : Signal.of(gate))
                    : found(known);
        }
        return switch (change(known.first())) {
            case NONE -> found(known);
            case PERHAPS -> Conclusion.controlled(Signal.CHANGED);
            case SURELY -> replaced(known, baseline);
        };
    }

    private Conclusion replaced(ComparedAnswers known, Baseline baseline) {
        var item = known.item();
        if (item.isText() && item.text() == null && session.mayGet()) {
            item = Objects.requireNonNullElse(
                    Assessment.fine(session.targetText(known.identity()).outcome()), item);
        }
        var gate = known.with(item, known.control()).gate();
        var isAlone = baseline.controlIsAsBefore(known.control());
        if (gate != null && !(isAlone && (gate == Gate.REGION || gate == Gate.HOTLINK))) {
            return Conclusion.of(Signal.of(gate));
        }
        if (!isAlone) {
            return Conclusion.of(Signal.TURNED_ALIKE);
        }
        return baseline.media() && mayShowIt(item)
                ? Conclusion.controlled(Signal.CHANGED)
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
    Conclusion alike(ComparedAnswers known, Likeness likeness) {
        if (isSurelyAsBefore(known.first())) {
            return Conclusion.of(known.signal());
        }
        var gate = known.gate();
        if (gate != null) {
            return Conclusion.of(Signal.of(gate));
        }
        var baseline = prior.baseline();
        if (Parked.byText(known.item(), known.control()) || isParkedSince(baseline)) {
            return Conclusion.of(Signal.PARKED);
        }
        if (baseline == null) {
            return Conclusion.of(Signal.UNVERIFIABLE);
        }
        if (!baseline.controlIsAsBefore(known.control())) {
            return Conclusion.of(Signal.TURNED_ALIKE);
        }
        return likeness == Likeness.ALIKE
                ? others.agreed(known.identity(), known.first(), known.item(), Signal.SOFT_GONE)
                : Conclusion.of(Signal.UNVERIFIABLE);
    }

    private Conclusion found(ComparedAnswers known) {
        var control = known.control();
        if (control.isFine() && control.isText() && control.text() == null && session.mayGet()) {
            control = session.control()
                    .map(url -> session.controlText(known.identity(), url).outcome())
                    .map(Assessment::fine)
                    .orElse(control);
        }
        var dns = session.target(known.identity()).dnsDigest();
        return new Conclusion(
                known.signal(),
                true,
                Baseline.after(prior.baseline(), known.first(), control, root(known.identity()), dns));
    }

    private @Nullable Integer root(Identity identity) {
        var baseline = prior.baseline();
        if (baseline != null && !prior.isAllAnew()) {
            return baseline.root();
        }
        return session.root(identity)
                .map(outcome ->
                        outcome instanceof Outcome.Answered(var answer) ? Integer.valueOf(answer.status()) : null)
                .orElse(null);
    }
}
