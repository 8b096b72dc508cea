package org.vigie.availability.watch;

import org.springframework.stereotype.Component;

/**
 * Says after each check what it takes to call a removal confirmed: identities and vantages, while no guard forbids it.
 */
@Component
class Confirmations {

    private final MassRemovalGuard guard;
    private final CheckUrl checkUrl;
    private final Vantages vantages;

    Confirmations(MassRemovalGuard guard, CheckUrl checkUrl, Vantages vantages) {
        this.guard = guard;
        this.checkUrl = checkUrl;
        this.vantages = vantages;
    }

    /** This check counted. */
    Confirmation after(Watch before, Subject subject, CheckResult result) {
        var assignment = before.assignment();
        var failed = result.signal().meaning() == Signal.Meaning.DOWN;
        var frozen = guard.isOnAfter(new MassRemovalGuard.Check(
                result.at(),
                before.caseId(),
                assignment == null ? null : assignment.hostProvider(),
                subject.url().hostWithoutDot(),
                failed,
                failed && before.state() instanceof WatchState.Up,
                result.signal().isAboutTheHost()));
        return new Confirmation(checkUrl.identitiesNeeded(), vantages.needed(), frozen);
    }
}
