package org.vigie.notice.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.notice.escalation.MutatedClasses.Mutant;

/** A rule that is broken breaks a promise. */
class SimulationMutantsTests {

    private static final int SEEDS = Integer.getInteger("vigie.mutant-seeds", 100);
    private static final int STEPS = 1_000;

    @ParameterizedTest
    @CsvSource(textBlock = """
            escalation.NextStep, isWanted, true
            escalation.CheckFreshness, isFresh, true
            escalation.TakeBack, all, false
            composition.GatherNotices, gather, false
            composition.GatherNotices, close, false
            composition.GatherNotices, reconsider, false
            composition.Gathering, noticeId, false
            dispatch.ComposeNotice, finish, false
            dispatch.KeepNotice, followUp, false
            dispatch.KeepNotice, leftBehind, false
            dispatch.MayLeave, isStopped, false
            dispatch.RenewNotice, isStillWanted, true
            dispatch.TellCases, accepted, false
            removal.Backing, caseReported, false
            removal.ByCorrections, stands, true
            removal.ByWithdrawals, stands, true
            removal.Presence, isDown, false
            removal.Presence, isSuspect, false
            removal.RemovalCase, isHeld, false
            removal.RemovalCase, waitsForWantedCheck, false
            """)
    void aRuleBrokenBreaksAPromise(String type, String method, boolean answer) throws ReflectiveOperationException {
        var classes = new MutatedClasses(new Mutant(type, method, answer));

        var broken = classes.run(SEEDS, STEPS);

        assertThat(classes.mutated()).as("there is such a method").isTrue();
        assertThat(broken).as("some seed shows it").isNotNull();
    }
}
