package org.vigie.availability.watch;

import java.util.Objects;
import org.vigie.availability.probe.Answer;
import org.vigie.availability.probe.Outcome;

/**
 * Comparing a URL with a sibling that cannot exist: a server that answers alike for both says nothing of the URL
 * (Bar-Yossef and others, "Sic transit gloria telae", 2004).
 */
final class Control {

    private static final double LENGTH_TOLERANCE = 0.02;
    private static final int TEXT_TOLERANCE_BITS = 3;

    /** What the comparison says of an answer that looked fine. */
    enum Comparison {
        /** The sibling is answered otherwise: the answer is about the URL. */
        DIFFERENT,
        /** The sibling is answered alike: what is shown is shown for anything. */
        ALIKE,
        /** Both are text and nothing in the headers tells them apart. */
        NEEDS_TEXT
    }

    private Control() {}

    static Comparison compare(Answer answer, Outcome sibling) {
        if (!(sibling instanceof Outcome.Answered(var other)) || !isFine(other.status())) {
            return Comparison.DIFFERENT;
        }
        if (answer.isMedia() && other.isText()) {
            return Comparison.DIFFERENT;
        }
        var target = answer.target();
        if (target != null && Objects.equals(target, other.target())) {
            return Comparison.ALIKE;
        }
        if (answer.isText() && other.isText()) {
            return compareText(answer, other);
        }
        return sameContent(answer, other) ? Comparison.ALIKE : Comparison.DIFFERENT;
    }

    /** Text by its beginning where it is known; without one, headers cannot tell two pages of a template apart. */
    private static Comparison compareText(Answer answer, Answer other) {
        var one = answer.textHash();
        var two = other.textHash();
        if (one == null || two == null) {
            return Comparison.NEEDS_TEXT;
        }
        return Long.bitCount(one ^ two) <= TEXT_TOLERANCE_BITS ? Comparison.ALIKE : Comparison.DIFFERENT;
    }

    private static boolean sameContent(Answer answer, Answer other) {
        if (!Objects.equals(answer.mediaType(), other.mediaType())) {
            return false;
        }
        if (answer.entityTag() != null || other.entityTag() != null) {
            return Objects.equals(answer.entityTag(), other.entityTag());
        }
        var one = answer.length();
        var two = other.length();
        return one != null && two != null && Math.abs(one - two) <= LENGTH_TOLERANCE * Math.max(one, two);
    }

    private static boolean isFine(int status) {
        return (status >= 200 && status < 300) || status == 304 || status == 416;
    }

    /**
     * Whether a 404 is about the URL: the host answers for its root with anything but an error of its own.
     *
     * @param root what the root of the host answered
     */
    static Signal of404(Outcome sibling, Outcome root) {
        return switch (sibling) {
            case Outcome.Answered(var answer) when answer.status() >= 500 -> Signal.INFRA_DOWN;
            case Outcome.Answered(var answer)
            when Reading.of(sibling) instanceof Reading.Says(var signal) && signal == Signal.BLOCKED -> Signal.BLOCKED;
            case Outcome.Answered _ -> rootIsHealthy(root) ? Signal.GONE_404 : Signal.INFRA_DOWN;
            case Outcome.LocalFault _ -> Signal.LOCAL_FAULT;
            default -> Signal.INFRA_DOWN;
        };
    }

    private static boolean rootIsHealthy(Outcome root) {
        return switch (root) {
            case Outcome.Answered(var answer) ->
                answer.status() < 500 && answer.status() != 404 && answer.status() != 410;
            case Outcome.RedirectLoop _, Outcome.RedirectUnsafe _, Outcome.BehindRedirect _ -> true;
            default -> false;
        };
    }
}
