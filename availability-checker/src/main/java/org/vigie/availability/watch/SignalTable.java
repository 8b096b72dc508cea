package org.vigie.availability.watch;

import org.vigie.availability.probe.Answer;
import org.vigie.availability.probe.Answer.Note;
import org.vigie.availability.probe.Gate;
import org.vigie.availability.probe.Outcome;

/** The first rows of the decision table: what one outcome says by itself, before anything is asked to check it. */
final class SignalTable {

    private SignalTable() {}

    /**
     * From what came back to what it means; {@code UNVERIFIABLE} of an answer means that something else is shown in its
     * place, perhaps.
     */
    static Signal of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered(var answer) -> of(answer);
            case Outcome.NameGone _ -> Signal.NAME_GONE;
            case Outcome.NoAddress _ -> Signal.NO_ADDRESS;
            case Outcome.DnsBroken _ -> Signal.DNS_BROKEN;
            case Outcome.Unroutable _ -> Signal.UNROUTABLE;
            case Outcome.ConnectionRefused _, Outcome.ConnectTimeout _, Outcome.TlsNameUnknown _ -> Signal.INFRA_DOWN;
            case Outcome.Broken(var fault) -> fault.isOurLimit() ? Signal.PROBE_REJECTED : Signal.INFRA_DOWN;
            case Outcome.CertificateDemanded _ -> Signal.GATED;
            case Outcome.RedirectLoop _, Outcome.RedirectUnsafe _, Outcome.TlsFailed _ -> Signal.PROBE_REJECTED;
            case Outcome.BehindRedirect(var target) -> behindRedirect(target);
            case Outcome.LocalFault _ -> Signal.LOCAL_FAULT;
            case Outcome.NotAsked _ -> Signal.UNVERIFIABLE;
        };
    }

    private static Signal behindRedirect(Outcome target) {
        var signal = of(target);
        return signal == Signal.NAME_GONE ? Signal.INFRA_DOWN : signal;
    }

    private static Signal of(Answer answer) {
        var gate = answer.gate();
        if (gate != null) {
            return of(gate);
        }
        if (answer.notes().contains(Note.CERTIFICATE_DEMANDED) && isRefusal(answer.status())) {
            return Signal.GATED;
        }
        if (answer.notes().contains(Note.TURNED_AWAY)) {
            return Signal.THROTTLED;
        }
        return switch (answer.status()) {
            case 304, 416 -> landed(answer);
            case 404 -> Signal.GONE_404;
            case 410 -> Signal.GONE_410;
            case 401, 407 -> Signal.GATED;
            case 403, 406 -> Signal.BLOCKED;
            case 429, 999 -> Signal.THROTTLED;
            case 451 -> Signal.LEGAL_BLOCK;
            case 501, 505, 506, 510, 511 -> Signal.PROBE_REJECTED;
            default -> byItsHundred(answer);
        };
    }

    /** A status that nobody knows means what the first of its hundred means (RFC 9110, section 15). */
    private static Signal byItsHundred(Answer answer) {
        return switch (answer.status() / 100) {
            case 2 -> landed(answer);
            case 5 -> Signal.INFRA_DOWN;
            default -> Signal.PROBE_REJECTED;
        };
    }

    /** As servers answer who shows no certificate; nginx with 400, its own 495 and 496 if told to. */
    private static boolean isRefusal(int status) {
        return status == 400 || status == 401 || status == 403 || status == 495 || status == 496;
    }

    /** What one URL may be sent to as well as all of them is perhaps a replacement. */
    private static Signal of(Gate gate) {
        return switch (gate) {
            case LOGIN, BOT_CHECK, AGE_CHECK, COOKIE_CHECK -> Signal.of(gate);
            case REGION, HOTLINK -> Signal.UNVERIFIABLE;
        };
    }

    private static Signal landed(Answer answer) {
        return switch (answer.landing()) {
            case SAME_PLACE, OTHER_PATH -> Signal.REACHABLE;
            case LOGIN -> Signal.GATED;
            case OTHER_DOMAIN -> answer.isMedia() ? Signal.MOVED : Signal.UNVERIFIABLE;
            case ROOT, ERROR_PAGE, SEARCH -> Signal.UNVERIFIABLE;
        };
    }
}
