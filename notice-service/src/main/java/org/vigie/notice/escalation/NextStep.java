package org.vigie.notice.escalation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.content.ContentUnit;
import org.vigie.notice.escalation.Step.Rest;
import org.vigie.notice.escalation.Step.Why;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.removal.Addressee;
import org.vigie.notice.removal.CaseStage.Exhausted;
import org.vigie.notice.removal.CaseStage.Notified;
import org.vigie.notice.removal.CaseStage.Received;
import org.vigie.notice.removal.CaseStage.Rejected;
import org.vigie.notice.removal.CaseStage.Retracted;
import org.vigie.notice.removal.CaseStage.Routed;
import org.vigie.notice.removal.CaseStage.Unaddressable;
import org.vigie.notice.removal.CaseStage.Verified;
import org.vigie.notice.removal.PendingNotice;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.notice.task.TaskKind;

/**
 * Who is written to, when, why, and when to ask again: a pure function of the case, what is known around it and time.
 */
public final class NextStep {

    private final NoticeRules rules;
    private final HoldAlerts alerts;
    private final CheckFreshness checks;
    private final EscalationPolicy ladder;

    public NextStep(NoticeRules rules) {
        this.rules = rules;
        this.alerts = new HoldAlerts(rules);
        this.checks = new CheckFreshness(rules);
        this.ladder = new EscalationPolicy(rules, checks);
    }

    /** What to do next; asked again after it was done, until the answer is to rest. */
    public Step of(RemovalCase known, RegistryView around, Instant now) {
        var step = step(known, around, now);
        return step instanceof Rest(var until, var why) ? new Rest(alerts.sooner(until, known, now), why) : step;
    }

    private Step step(RemovalCase known, RegistryView around, Instant now) {
        var routing = Routing.step(known, around);
        if (routing.isPresent()) {
            return routing.get();
        }
        if (known.isHeld() && !known.stage().isOver()) {
            return new Rest(null, Why.HELD);
        }
        var first = TakeBack.unit(known).or(() -> AnswerDispute.next(known)).or(() -> lookAgain(known, now));
        if (first.isPresent()) {
            return first.get();
        }
        if (AnswerDispute.isAwaited(known)) {
            return new Rest(null, Why.DISPUTED);
        }
        return switch (known.stage()) {
            case Received _ -> new Rest(null, Why.NOT_VERIFIED);
            case Rejected _ -> new Rest(null, Why.NOT_ILLEGAL);
            case Retracted _ -> takeBack(known);
            case Verified _ -> new Rest(null, Why.WAITS_FOR_CHAIN);
            case Unaddressable _ -> new Rest(null, Why.NOBODY_TO_TELL);
            case Exhausted _ -> new Rest(null, Why.NO_RUNG_LEFT);
            case Routed _, Notified _ -> whileOpen(known, around, now);
        };
    }

    /** Whatever is done about it: nothing is looked at before it is verified, or after it was taken back. */
    private Optional<Step> lookAgain(RemovalCase known, Instant now) {
        return known.stage().isPursued() ? checks.afterSighting(known, now) : Optional.empty();
    }

    /** Whether a notice that was asked for may leave now. */
    public enum Leave {
        NOW,
        /** Who carries the content was asked too long ago by now. */
        AFTER_A_CHAIN,
        /** Its look is too old by now. */
        AFTER_A_LOOK,
        /** The case wants something else, or nothing. */
        NEVER
    }

    /** Looked at before a notice is rendered and before each try to send it. */
    public Leave mayLeave(RemovalCase known, PendingNotice asked, Instant now) {
        if (!isWanted(known, asked)) {
            return Leave.NEVER;
        }
        if (!asked.kind().asksForRemoval()) {
            return Leave.NOW;
        }
        if (asked.kind() != NoticeKind.REMINDER && known.route().isOlderThan(now.minus(rules.chainForNotice()))) {
            return Leave.AFTER_A_CHAIN;
        }
        if (!asked.verifiable()) {
            return checks.standsIn(known, now) ? Leave.NOW : Leave.NEVER;
        }
        if (checks.isFresh(asked.kind(), known, now)) {
            return Leave.NOW;
        }
        if (known.presence().cannotBeSeen()) {
            return Leave.NEVER;
        }
        if (asked.kind() != NoticeKind.REMINDER) {
            return Leave.AFTER_A_LOOK;
        }
        return checks.wasUp(known, now) || mayRestOnASighting(known, asked, now) ? Leave.NOW : Leave.NEVER;
    }

    private boolean mayRestOnASighting(RemovalCase known, PendingNotice reminder, Instant now) {
        return checks.standsIn(known, now)
                && known.pursuit()
                        .contacted(reminder.addressee())
                        .filter(rung -> rung.unverified() < rules.unverifiedReminders())
                        .isPresent();
    }

    /** Whether a notice that leaves now rests on a look of ours, and not on a sighting. */
    public boolean isVerified(RemovalCase known, PendingNotice asked, Instant now) {
        return asked.verifiable() && (asked.kind() != NoticeKind.REMINDER || checks.wasUp(known, now));
    }

    /** Whether nothing forbids the notice, however old its look is: one that may have left already is sent the same. */
    public boolean isWanted(RemovalCase known, PendingNotice asked) {
        if (asked.kind() == NoticeKind.DECISION) {
            return AnswerDispute.isWanted(known, asked);
        }
        if (asked.kind() == NoticeKind.RETRACTION) {
            return !contents(known, asked).isEmpty() && (known.stage() instanceof Retracted || !known.isHeld());
        }
        return (known.stage() instanceof Routed || known.stage() instanceof Notified)
                && isToTheRightOne(known, asked)
                && !known.isHeld()
                && !AnswerDispute.isAwaited(known)
                && !known.presence().isDown()
                && !known.presence().isSuspect()
                && !contents(known, asked).isEmpty();
    }

    /** Whether the reminder that the case wants is to be looked at first, unless that was done since. */
    public boolean needsALook(RemovalCase known, Instant since) {
        var asked = known.pending();
        return asked != null && isWanted(known, asked) && checks.isMissing(asked, known, since);
    }

    /** Whether the reminder that the case wants cannot leave because nobody saw it lately, and a look may come. */
    public boolean isStale(RemovalCase known, Instant now) {
        var asked = known.pending();
        return asked != null
                && asked.kind() == NoticeKind.REMINDER
                && needsALook(known, now.minus(rules.lookForReminder()))
                && mayLeave(known, asked, now) == Leave.NEVER;
    }

    /** Whether it is open, was seen up when last looked at, and twice the time between two reminders is over. */
    public boolean lacksAReminder(RemovalCase known, Instant now) {
        return known.stage() instanceof Notified
                && !known.isHeld()
                && !known.presence().isDown()
                && !known.presence().isSuspect()
                && !known.evidence().verified().isEmpty()
                && ladder.lacksAReminder(known, now);
    }

    /** Routing may have gone elsewhere since. */
    private static boolean isToTheRightOne(RemovalCase known, PendingNotice asked) {
        return asked.kind() == NoticeKind.ESCALATION
                ? known.stage() instanceof Notified
                        && known.pursuit().contacted(asked.addressee()).isEmpty()
                : asked.addressee().equals(known.route().addressee());
    }

    /**
     * The units a notice names: a retraction, a decision and a reminder those the addressee was told of, any other
     * those it was not.
     */
    public static List<ContentUnit> contents(RemovalCase known, PendingNotice asked) {
        if (asked.kind() == NoticeKind.RETRACTION) {
            return known.stage() instanceof Retracted
                    ? known.toldTo(asked.contactId())
                    : known.toTakeBackFrom(asked.contactId());
        }
        if (asked.kind() == NoticeKind.DECISION) {
            return known.standingWith(asked.contactId());
        }
        var untold = known.untold(asked.addressee());
        return asked.kind() == NoticeKind.REMINDER
                ? known.evidence().verified().stream()
                        .filter(unit -> !untold.contains(unit))
                        .toList()
                : untold;
    }

    /** Whoever was told of it is told that it is taken back, one after the other. */
    private Step takeBack(RemovalCase known) {
        if (known.pending() != null) {
            return new Rest(null, Why.NOTICE_UNDER_WAY);
        }
        return TakeBack.all(known).orElseGet(() -> new Rest(null, Why.RETRACTED));
    }

    private Step whileOpen(RemovalCase known, RegistryView around, Instant now) {
        if (known.presence().isDown() || known.presence().isSuspect()) {
            return new Rest(null, Why.NOT_UP);
        }
        if (known.evidence().verified().isEmpty()) {
            return new Rest(null, known.evidence().isNotIllegal() ? Why.NOT_ILLEGAL : Why.NOT_VERIFIED);
        }
        var asked = known.pending();
        if (asked != null && (asked.noticeId() != null || asked.kind() != NoticeKind.REMINDER)) {
            return new Rest(null, Why.NOTICE_UNDER_WAY);
        }
        return known.stage() instanceof Routed
                ? ladder.firstNotice(known, around, now)
                : ladder.whileNotified(known, around, now, asked);
    }

    /** What only a person can give so that the case goes on later; it goes on as it can meanwhile. */
    Optional<TaskKind> missing(RemovalCase known, RegistryView around, Instant now) {
        return known.isHeld() || known.presence().isDown() ? Optional.empty() : ladder.missing(known, around, now);
    }

    /** When a notice of that kind to the addressee falls due: now, or with its reminder. */
    Instant dueAt(RemovalCase known, NoticeKind kind, Addressee to, Instant now) {
        return known.pursuit()
                .contacted(to)
                .filter(_ -> kind == NoticeKind.REMINDER)
                .map(ladder::remindAt)
                .filter(now::isBefore)
                .orElse(now);
    }

    /** By when an assessor other than the first is to decide about the dispute, absent without any. */
    @Nullable
    Instant decideBy(RemovalCase known) {
        var dispute = known.steering().dispute();
        return dispute == null ? null : dispute.since().plus(rules.dispute());
    }

    /** When the addressee who has not answered is reminded, or the next one written to. */
    Instant answerBy(RemovalCase known, Instant now) {
        return ladder.answerBy(known, now);
    }
}
