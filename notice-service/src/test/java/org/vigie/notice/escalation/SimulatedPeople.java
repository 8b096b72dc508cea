package org.vigie.notice.escalation;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.vigie.notice.oversight.ChangeStop;
import org.vigie.notice.oversight.DecideCase;
import org.vigie.notice.oversight.Withdrawal;
import org.vigie.notice.oversight.Withdrawal.Answer;
import org.vigie.notice.removal.CaseExamples;
import org.vigie.notice.removal.CaseStage.Retracted;
import org.vigie.notice.removal.Cases;
import org.vigie.notice.removal.Hold;
import org.vigie.notice.removal.Observation;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.notice.removal.Signed;
import org.vigie.support.Refusal;
import org.vigie.testing.MutableClock;

/** What people decide, and of which cases they were told that nothing leaves any more. */
final class SimulatedPeople {

    private final Random random;
    private final MutableClock clock;
    private final Cases cases;
    private final DecideCase decide;
    private final ChangeStop stop;
    private final Set<UUID> stopped = new HashSet<>();
    private final Set<String> prevented = new HashSet<>();
    private boolean allStopped;

    SimulatedPeople(Random random, InMemoryService service) {
        this.random = random;
        this.clock = service.get(MutableClock.class);
        this.cases = service.get(Cases.class);
        this.decide = service.get(DecideCase.class);
        this.stop = service.get(ChangeStop.class);
    }

    /** Somebody does something about a case, which may be refused. */
    void decide(RemovalCase known) {
        try {
            switch (random.nextInt(8)) {
                case 0 -> hold(known);
                case 1, 2, 3, 4 -> release(known);
                case 5 -> retract(known);
                case 6 ->
                    decide.observe(
                            known.caseId(),
                            _ -> true,
                            new Observation(
                                    new UUID(random.nextLong(), random.nextLong()),
                                    random.nextBoolean() ? Observation.Seen.PRESENT : Observation.Seen.CANNOT_TELL,
                                    signed("one")));
                default -> approve(known);
            }
        } catch (Refusal _) {
            // Not from there: a person reads why.
        }
    }

    private void hold(RemovalCase known) {
        var now = clock.instant();
        var id = new UUID(random.nextLong(), random.nextLong());
        var hold = new Hold(
                id, Hold.Kind.STOP, "police", "investigation", now, now.plus(Duration.ofDays(2)), false, "one");
        var answers = decide.hold(known.caseId(), _ -> true, hold);
        if (cases.find(known.caseId()).orElseThrow().isHeld()) {
            stopped.add(known.caseId()); // nobody released it meanwhile
            tells(known, answers);
        }
    }

    void release(RemovalCase known) {
        stopped.remove(known.caseId());
        prevented.removeIf(one -> one.endsWith("/" + known.caseId()));
        for (var hold : known.holds().current()) {
            decide.release(known.caseId(), _ -> true, hold.holdId(), signed("one"));
        }
    }

    private void retract(RemovalCase known) {
        if (random.nextInt(6) == 0 && !(known.stage() instanceof Retracted)) {
            decide.proposeRetraction(known.caseId(), _ -> true, signed("one"));
            tells(known, decide.retract(known.caseId(), _ -> true, signed("other")));
        }
    }

    private void tells(RemovalCase known, List<Withdrawal> answers) {
        answers.stream()
                .filter(answer -> answer.answer() == Answer.PREVENTED)
                .forEach(answer -> prevented.add(answer.noticeId() + "/" + known.caseId()));
    }

    /** Whether somebody was told that the notice never says anything of the case. */
    boolean wasPrevented(UUID noticeId, UUID caseId) {
        return prevented.contains(noticeId + "/" + caseId);
    }

    private void approve(RemovalCase known) {
        var to = known.route().addressee();
        if (to != null) {
            decide.approve(known.caseId(), _ -> true, to, signed("one"));
        }
    }

    /** The kill switch. */
    void turn() {
        if (allStopped) {
            turnOn();
        } else if (random.nextInt(6) == 0) {
            stop.change(_ -> true, true, null, signed("one"));
            allStopped = true;
        }
    }

    void turnOn() {
        allStopped = false;
        stop.change(_ -> true, false, null, signed("one"));
    }

    /** Whether somebody was told that nothing leaves about the case. */
    boolean stopped(UUID caseId) {
        return allStopped || stopped.contains(caseId);
    }

    private Signed signed(String who) {
        return CaseExamples.signed(who, clock.instant());
    }
}
