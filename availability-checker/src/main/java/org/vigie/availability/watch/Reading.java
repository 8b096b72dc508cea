package org.vigie.availability.watch;

import org.vigie.availability.probe.Answer;
import org.vigie.availability.probe.Answer.Note;
import org.vigie.availability.probe.Gate;
import org.vigie.availability.probe.Outcome;

/** What one outcome says by itself, before anything is asked to check it. */
public sealed interface Reading {

    /** It says this. */
    record Says(Signal signal) implements Reading {}

    /** Something was shown in its place, perhaps: a redirect to somewhere general. */
    record PerhapsReplaced(Answer answer) implements Reading {}

    /** The decision table: from what came back to what it means. */
    static Reading of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered(var answer) -> of(answer);
            case Outcome.NameGone _ -> says(Signal.NAME_GONE);
            case Outcome.NoAddress _ -> says(Signal.NO_ADDRESS);
            case Outcome.DnsBroken _ -> says(Signal.DNS_BROKEN);
            case Outcome.Unroutable _ -> says(Signal.UNROUTABLE);
            case Outcome.ConnectionRefused _, Outcome.ConnectTimeout _, Outcome.TlsNameUnknown _ ->
                says(Signal.INFRA_DOWN);
            case Outcome.Broken(var fault) -> says(fault.isOurLimit() ? Signal.PROBE_REJECTED : Signal.INFRA_DOWN);
            case Outcome.CertificateDemanded _ -> says(Signal.GATED);
            case Outcome.RedirectLoop _, Outcome.RedirectUnsafe _, Outcome.TlsFailed _ -> says(Signal.PROBE_REJECTED);
            case Outcome.BehindRedirect(var target) -> behindRedirect(target);
            case Outcome.LocalFault _ -> says(Signal.LOCAL_FAULT);
            case Outcome.NotAsked _ -> says(Signal.UNVERIFIABLE);
        };
    }

    private static Reading behindRedirect(Outcome target) {
        return switch (of(target)) {
            case Says(var signal) when signal == Signal.NAME_GONE -> says(Signal.INFRA_DOWN);
            case Says says -> says;
            case PerhapsReplaced replaced -> replaced;
        };
    }

    private static Reading of(Answer answer) {
        var gate = answer.gate();
        if (gate != null) {
            return of(answer, gate);
        }
        if (answer.notes().contains(Note.CERTIFICATE_DEMANDED) && isRefusal(answer.status())) {
            return says(Signal.GATED);
        }
        if (answer.notes().contains(Note.TURNED_AWAY)) {
            return says(Signal.THROTTLED);
        }
        return switch (answer.status()) {
            case 304, 416 -> landed(answer);
            case 404 -> says(Signal.GONE_404);
            case 410 -> says(Signal.GONE_410);
            case 401, 407 -> says(Signal.GATED);
            case 403, 406 -> says(Signal.BLOCKED);
            case 429, 999 -> says(Signal.THROTTLED);
            case 451 -> says(Signal.LEGAL_BLOCK);
            case 501, 505, 506, 510, 511 -> says(Signal.PROBE_REJECTED);
            default -> byItsHundred(answer);
        };
    }

    /** A status that nobody knows means what the first of its hundred means (RFC 9110, section 15). */
    private static Reading byItsHundred(Answer answer) {
        return switch (answer.status() / 100) {
            case 2 -> landed(answer);
            case 5 -> says(Signal.INFRA_DOWN);
            default -> says(Signal.PROBE_REJECTED);
        };
    }

    /** As servers answer who shows no certificate; nginx with 400, its own 495 and 496 if told to. */
    private static boolean isRefusal(int status) {
        return status == 400 || status == 401 || status == 403 || status == 495 || status == 496;
    }

    /** What one URL may be sent to as well as all of them is perhaps a replacement. */
    private static Reading of(Answer answer, Gate gate) {
        return switch (gate) {
            case LOGIN, BOT_CHECK, AGE_CHECK, COOKIE_CHECK -> says(Signal.of(gate));
            case REGION, HOTLINK -> new PerhapsReplaced(answer);
        };
    }

    private static Reading landed(Answer answer) {
        return switch (answer.landing()) {
            case SAME_PLACE, OTHER_PATH -> says(Signal.REACHABLE);
            case LOGIN -> says(Signal.GATED);
            case OTHER_DOMAIN -> answer.isMedia() ? says(Signal.MOVED) : new PerhapsReplaced(answer);
            case ROOT, ERROR_PAGE, SEARCH -> new PerhapsReplaced(answer);
        };
    }

    private static Reading says(Signal signal) {
        return new Says(signal);
    }
}
