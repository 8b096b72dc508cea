package org.vigie.notice.removal;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.vigie.events.Verification;
import org.vigie.notice.removal.Action.Unaddressable;
import org.vigie.notice.removal.Step.CallPerson;
import org.vigie.notice.task.TaskKind;

/** What only people can do for a case as it rests, beside or instead of its last step: a pure function. */
final class Calls {

    /** Those that follow from how the case stands: once it stands otherwise, nobody is needed for them. */
    static final Set<TaskKind> BY_STANDING = Set.of(
            TaskKind.NO_CONTACT,
            TaskKind.LOOK_BLOCKED,
            TaskKind.APPROVAL,
            TaskKind.COUNTRY_CLEARANCE,
            TaskKind.RETRACTION,
            TaskKind.CLASSIFY,
            TaskKind.DISPUTE);

    private final NextStep nextStep;

    Calls(NextStep nextStep) {
        this.nextStep = nextStep;
    }

    /** Each kind that is needed, with what it is about. */
    Map<TaskKind, Object> of(RemovalCase known, Surroundings around, Step last, Instant now) {
        var kinds = EnumSet.noneOf(TaskKind.class);
        if (last instanceof CallPerson(var kind, var _)) {
            kinds.add(kind);
        }
        nextStep.missing(known, around, now).ifPresent(kinds::add);
        if (lacksAContact(known)) {
            kinds.add(TaskKind.NO_CONTACT);
        }
        if (isToBeClassified(known)) {
            kinds.add(TaskKind.CLASSIFY);
        }
        if (known.steering().dispute() != null && known.retraction() == null) {
            kinds.add(TaskKind.DISPUTE);
        }
        if (isToBeTakenBack(known) || known.retraction() != null) {
            kinds.add(TaskKind.RETRACTION);
        }
        var needed = new EnumMap<TaskKind, Object>(TaskKind.class);
        kinds.forEach(kind -> needed.put(kind, Occasion.of(known, kind)));
        return needed;
    }

    /** On the dark web nobody can find one either. */
    static boolean lacksAContact(RemovalCase known) {
        return known.action() instanceof Unaddressable
                && !Looks.isDark(known.place().hostKind())
                && !known.presence().isDown();
    }

    private static boolean isToBeClassified(RemovalCase known) {
        return !(known.action() instanceof Action.Retracted)
                && known.contents().stream().anyMatch(unit -> unit.verification() == Verification.SUSPECT);
    }

    /** Somebody was told of nothing but what is not illegal after all, and not that it is not. */
    private static boolean isToBeTakenBack(RemovalCase known) {
        return !(known.action() instanceof Action.Retracted)
                && known.isNotIllegal()
                && known.rungs().stream()
                        .anyMatch(
                                rung -> !known.toTakeBackFrom(rung.contactId()).isEmpty());
    }
}
