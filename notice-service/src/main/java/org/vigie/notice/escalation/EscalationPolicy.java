package org.vigie.notice.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.escalation.Step.CallPerson;
import org.vigie.notice.escalation.Step.Exhaust;
import org.vigie.notice.escalation.Step.Rest;
import org.vigie.notice.escalation.Step.WantChain;
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
import org.vigie.notice.removal.ContactedAddressee;
import org.vigie.notice.removal.PendingNotice;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.notice.task.TaskKind;

/** Who is written to next, one addressee at a time, and when. */
final class EscalationPolicy {

    private static final Duration SLACK = Duration.ofHours(1);

    private final NoticeRules rules;
    private final CheckFreshness checks;

    EscalationPolicy(NoticeRules rules, CheckFreshness checks) {
        this.rules = rules;
        this.checks = checks;
    }

    Step firstNotice(RemovalCase known, RegistryView around, Instant now) {
        var addressee = known.route().addressee();
        var to = around.candidates(known).stream()
                .filter(candidate -> candidate.addressee().equals(addressee))
                .findFirst();
        if (to.isEmpty()) {
            return new Rest(null, Why.NO_CONTACT);
        }
        if (waitsForAuthority(known, around, to.get().addressee())) {
            return new CallPerson(TaskKind.COUNTRY_CLEARANCE, null);
        }
        var toldBefore = known.pursuit().level() == 0
                && known.pursuit().contacted().stream().anyMatch(rung -> !rung.retracted());
        var kind = toldBefore ? NoticeKind.STAYDOWN : NoticeKind.FIRST;
        return write(kind, to.get(), known, now);
    }

    /** A case may have waited for a person, or a hold, for weeks: who carries the content is asked again. */
    private Step write(NoticeKind kind, Candidate to, RemovalCase known, Instant now) {
        var oldest = now.minus(rules.chainForNotice());
        return known.route().isOlderThan(oldest) ? chainFrom(oldest, known) : checks.write(kind, to, known, now);
    }

    private static Step chainFrom(Instant oldest, RemovalCase known) {
        var wanted = known.wants().chainAfter();
        return wanted == null || wanted.isBefore(oldest) ? new WantChain() : new Rest(null, Why.WAITS_FOR_CHAIN);
    }

    Step whileNotified(RemovalCase known, RegistryView around, Instant now, @Nullable PendingNotice asked) {
        var addressee = Objects.requireNonNull(known.route().addressee());
        var current = around.candidates(known).stream()
                .filter(candidate -> candidate.addressee().equals(addressee))
                .findFirst();
        var next = next(known, around).filter(one -> !waitsForAuthority(known, around, one.addressee()));
        var rung = known.pursuit().contacted(addressee).orElseThrow();
        var began = began(known, rung);
        var rungEnds = began.plus(rules.rungOf(addressee.role()));
        if (!now.isBefore(rungEnds) && isOlder(around, rungEnds)) {
            return chainFrom(rungEnds, known);
        }
        if (next.isPresent()
                && (current.isEmpty()
                        || !now.isBefore(rungEnds)
                        || known.steering().isChosen(next.get().addressee()))) {
            return write(NoticeKind.ESCALATION, next.get(), known, now);
        }
        if (next.isEmpty() && !now.isBefore(began.plus(rules.exhaustedAfter()))) {
            return new Exhaust();
        }
        var goOn = goesOn(known, rung, now);
        if (current.isPresent() && !known.untold(addressee).isEmpty()) {
            return write(NoticeKind.FIRST, current.get(), known, now);
        }
        if (asked != null) {
            return whileGathered(known, goOn, now);
        }
        return current.isEmpty() ? new Rest(goOn, Why.NO_CONTACT) : remind(known, current.get(), rung, goOn, now);
    }

    /** A reminder waits for its digest. */
    private Step whileGathered(RemovalCase known, Instant goOn, Instant now) {
        var overdue = checks.overdueAt(known);
        return overdue.isPresent() && !now.isBefore(overdue.get())
                ? new CallPerson(TaskKind.LOOK_BLOCKED, goOn)
                : checks.restLookedAt(known, overdue.filter(goOn::isAfter).orElse(goOn), Why.NOTICE_UNDER_WAY, now);
    }

    /**
     * What only a person can give before the next addressee can be written to, when the one of now had its time: an
     * approval, or an authority's word. The case goes on meanwhile.
     */
    Optional<TaskKind> missing(RemovalCase known, RegistryView around, Instant now) {
        return switch (known.stage()) {
            case Notified _ -> isOver(known, around, now) ? missing(known, around) : Optional.empty();
            case Unaddressable _, Exhausted _ -> missing(known, around);
            case Received _, Verified _, Rejected _, Routed _, Retracted _ -> Optional.empty();
        };
    }

    /**
     * When the addressee's time is over, as somebody may be next then, known or not yet; else when the case is given
     * up.
     */
    private Instant goesOn(RemovalCase known, ContactedAddressee rung, Instant now) {
        var began = began(known, rung);
        var rungEnds = began.plus(rules.rungOf(rung.addressee().role()));
        return now.isBefore(rungEnds) ? rungEnds : began.plus(rules.exhaustedAfter());
    }

    Instant answerBy(RemovalCase known, Instant now) {
        var rung = known.pursuit()
                .contacted(Objects.requireNonNull(known.route().addressee()))
                .orElseThrow();
        var remindAt = remindAt(rung);
        var goOn = goesOn(known, rung, now);
        return earlier(remindAt, goOn);
    }

    private Optional<TaskKind> missing(RemovalCase known, RegistryView around) {
        var next = next(known, around);
        if (next.isPresent()) {
            return waitsForAuthority(known, around, next.get().addressee())
                    ? Optional.of(TaskKind.COUNTRY_CLEARANCE)
                    : Optional.empty();
        }
        return around.waitsForApproval(known) ? Optional.of(TaskKind.APPROVAL) : Optional.empty();
    }

    private boolean isOver(RemovalCase known, RegistryView around, Instant now) {
        var addressee = Objects.requireNonNull(known.route().addressee());
        var reachable = around.candidates(known).stream()
                .anyMatch(candidate -> candidate.addressee().equals(addressee));
        var ends =
                began(known, known.pursuit().contacted(addressee).orElseThrow()).plus(rules.rungOf(addressee.role()));
        return !reachable || !now.isBefore(ends);
    }

    /** Held time is nobody's delay but ours. */
    private static Instant began(RemovalCase known, ContactedAddressee rung) {
        return rung.firstHandoverAt().plus(known.holds().time().after(rung.firstHandoverAt()));
    }

    private static Optional<Candidate> next(RemovalCase known, RegistryView around) {
        return around.candidates(known).stream()
                .filter(candidate ->
                        known.pursuit().contacted(candidate.addressee()).isEmpty())
                .findFirst();
    }

    /** Some countries' police, or hotline, is heard before the first notice to anybody there. */
    private boolean waitsForAuthority(RemovalCase known, RegistryView around, Addressee addressee) {
        var country = around.countryOf(addressee);
        var authority = country.map(rules.countries()::get);
        return authority.isPresent() && !known.steering().isCleared(country.get(), authority.get());
    }

    /** Twice the time between two reminders, and an hour for what a digest waits for and what sending it takes. */
    boolean lacksAReminder(RemovalCase known, Instant now) {
        return known.pursuit()
                .contacted(Objects.requireNonNull(known.route().addressee()))
                .map(rung -> rung.lastHandoverAt().plus(reminders(rung).multipliedBy(2)))
                .filter(twice -> now.isAfter(twice.plus(SLACK)))
                .isPresent();
    }

    /** When the addressee's next reminder falls due. */
    Instant remindAt(ContactedAddressee rung) {
        return rung.lastHandoverAt().plus(reminders(rung));
    }

    private Duration reminders(ContactedAddressee rung) {
        var tomorrow = rung.lastHandoverAt().plus(rules.remindEvery());
        return tomorrow.isAfter(rung.firstHandoverAt().plus(rules.remindSlowlyAfter()))
                ? rules.remindSlowlyEvery()
                : rules.remindEvery();
    }

    /**
     * Half a day before it falls due a reminder may join a digest, which would else leave without it. None falls due in
     * the second in which the next one is written to.
     */
    private Step remind(RemovalCase known, Candidate current, ContactedAddressee rung, Instant goOn, Instant now) {
        var remindAt = remindAt(rung);
        var joinsFrom = remindAt.minus(rules.remindEvery().dividedBy(2));
        if (!remindAt.isBefore(goOn)) {
            return new Rest(goOn, Why.WAITS_FOR_ANSWER);
        }
        if (now.isBefore(joinsFrom)) {
            return new Rest(joinsFrom, Why.WAITS_FOR_ANSWER);
        }
        var lacksALook = rung.unverified() >= rules.unverifiedReminders() && !checks.wasUp(known, now);
        var reminder = lacksALook ? new CallPerson(TaskKind.LOOK_BLOCKED, null) : checks.remind(current, known, now);
        if (!(reminder instanceof CallPerson(var kind, var _))) {
            return reminder;
        }
        return now.isBefore(remindAt)
                ? checks.restLookedAt(known, remindAt, Why.WAITS_FOR_ANSWER, now)
                : new CallPerson(kind, goOn);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** Content may have moved since: a rung that is over is followed by what the chain says now. */
    private static boolean isOlder(RegistryView around, Instant than) {
        var chain = around.chain();
        return chain != null && Instant.ofEpochMilli(chain.resolvedAt()).isBefore(than);
    }
}
