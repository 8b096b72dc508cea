package org.vigie.notice.escalation;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Verification;
import org.vigie.notice.escalation.Step.CallPerson;
import org.vigie.notice.removal.CaseStage;
import org.vigie.notice.removal.CaseStage.Unaddressable;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.notice.task.Need;
import org.vigie.notice.task.TaskKind;

/** What only people can do for a case as it rests, beside or instead of its last step: a pure function. */
final class TasksNeeded {

    /** Those that follow from how the case stands: once it stands otherwise, nobody is needed for them. */
    static final Set<TaskKind> BY_STATE = Set.of(
            TaskKind.NO_CONTACT,
            TaskKind.LOOK_BLOCKED,
            TaskKind.APPROVAL,
            TaskKind.COUNTRY_CLEARANCE,
            TaskKind.RETRACTION,
            TaskKind.CLASSIFY,
            TaskKind.DISPUTE);

    private final NextStep nextStep;
    private final NoticeRules rules;

    TasksNeeded(NextStep nextStep, NoticeRules rules) {
        this.nextStep = nextStep;
        this.rules = rules;
    }

    /** Each kind that is needed, and why. */
    Map<TaskKind, Need> of(RemovalCase known, RegistryView around, Step last, Instant now) {
        var kinds = EnumSet.noneOf(TaskKind.class);
        if (last instanceof CallPerson(var kind, var _)) {
            kinds.add(kind);
        }
        nextStep.missing(known, around, now).ifPresent(kinds::add);
        if (isToBeLookedAt(known, now)) {
            kinds.add(TaskKind.LOOK_BLOCKED);
        }
        if (lacksAContact(known)) {
            kinds.add(TaskKind.NO_CONTACT);
        }
        if (isToBeClassified(known)) {
            kinds.add(TaskKind.CLASSIFY);
        }
        if (known.steering().dispute() != null && known.steering().retraction() == null) {
            kinds.add(TaskKind.DISPUTE);
        }
        if (isToBeTakenBack(known) || known.steering().retraction() != null) {
            kinds.add(TaskKind.RETRACTION);
        }
        var needed = new EnumMap<TaskKind, Need>(TaskKind.class);
        kinds.forEach(
                kind -> needed.put(kind, new Need(TaskKey.of(known, kind), because(known, kind), due(known, kind))));
        return needed;
    }

    /** The case, woken when what a person saw is too old to spare another the look. */
    RemovalCase wokenInTime(RemovalCase known, Instant now) {
        var due = known.waiting().nextStepAt();
        return restsOnAPersonUntil(known, now)
                .filter(until -> due == null || until.isBefore(due))
                .map(known::due)
                .orElse(known);
    }

    private Optional<Instant> restsOnAPersonUntil(RemovalCase known, Instant now) {
        var saw = known.wants().personSaw();
        return known.presence().undecidedBecause() == null || saw == null
                ? Optional.empty()
                : Optional.of(saw.at().plus(rules.sightingStandsIn())).filter(now::isBefore);
    }

    private @Nullable Instant due(RemovalCase known, TaskKind kind) {
        return kind == TaskKind.DISPUTE ? nextStep.decideBy(known) : null;
    }

    private static @Nullable String because(RemovalCase known, TaskKind kind) {
        return kind == TaskKind.LOOK_BLOCKED ? CheckFreshness.keptBy(known) : null;
    }

    /** From the first look on that cannot tell, whether or not a sighting stands in: nothing else might ever end it. */
    private boolean isToBeLookedAt(RemovalCase known, Instant now) {
        return known.stage().isPursued()
                && !known.evidence().verified().isEmpty()
                && !known.isHeld()
                && !CheckFreshness.isDark(known.evidence().place().hostKind())
                && (isPerhapsBack(known)
                        || (known.presence().undecidedBecause() != null
                                && restsOnAPersonUntil(known, now).isEmpty()));
    }

    private static boolean isPerhapsBack(RemovalCase known) {
        var saw = known.wants().personSaw();
        var goneSince = known.presence().firstDownAt();
        return known.presence().isPerhapsBack()
                && (saw == null || (goneSince != null && saw.at().isBefore(goneSince)));
    }

    /** On the dark web nobody can find one either. */
    static boolean lacksAContact(RemovalCase known) {
        return known.isUnwritable()
                || (known.stage() instanceof Unaddressable
                        && !CheckFreshness.isDark(known.evidence().place().hostKind())
                        && !known.presence().isDown());
    }

    private static boolean isToBeClassified(RemovalCase known) {
        return !(known.stage() instanceof CaseStage.Retracted)
                && known.contents().stream().anyMatch(unit -> unit.verification() == Verification.SUSPECT);
    }

    /** Somebody was told of nothing but what is not illegal after all, or was taken back, and not that it is. */
    private static boolean isToBeTakenBack(RemovalCase known) {
        return !(known.stage() instanceof CaseStage.Retracted)
                && known.evidence().verified().isEmpty()
                && known.pursuit().contacted().stream().anyMatch(rung -> isToldInVain(known, rung.contactId()));
    }

    private static boolean isToldInVain(RemovalCase known, UUID contactId) {
        return known.evidence().isNotIllegal()
                ? !known.toTakeBackFrom(contactId).isEmpty()
                : known.toldTo(contactId).stream().anyMatch(unit -> unit.verification() == Verification.SUSPECT);
    }
}
