package org.vigie.notice.removal;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.events.HostKind;
import org.vigie.events.ProbeRule;
import org.vigie.events.Verification;
import org.vigie.events.provider.ChainSnapshot;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.removal.Action.Exhausted;
import org.vigie.notice.removal.Action.Notified;
import org.vigie.notice.removal.Action.Received;
import org.vigie.notice.removal.Action.Rejected;
import org.vigie.notice.removal.Action.Retracted;
import org.vigie.notice.removal.Action.Routed;
import org.vigie.notice.removal.Action.Unaddressable;
import org.vigie.notice.removal.Action.Verified;
import org.vigie.notice.removal.Step.CallPerson;
import org.vigie.notice.removal.Step.Exhaust;
import org.vigie.notice.removal.Step.Rest;
import org.vigie.notice.removal.Step.WantChain;
import org.vigie.notice.removal.Step.WantCheck;
import org.vigie.notice.removal.Step.Write;
import org.vigie.notice.task.TaskKind;

/**
 * Who is written to, when, why, and when to ask again: a pure function of the case, what is known around it and time.
 */
public final class NextStep {

    static final String WAITS_FOR_LOOK = "WAITS_FOR_LOOK";

    private final NoticeRules rules;

    public NextStep(NoticeRules rules) {
        this.rules = rules;
    }

    /** What to do next; asked again after it was done, until the answer is to rest. */
    public Step of(RemovalCase known, Surroundings around, Instant now) {
        var routing = Routing.step(known, around);
        if (routing.isPresent()) {
            return routing.get();
        }
        if (known.isHeld() && !(known.action() instanceof Retracted) && !(known.action() instanceof Rejected)) {
            return held(known, now);
        }
        return switch (known.action()) {
            case Received _ -> new Rest(null, "NOT_VERIFIED");
            case Rejected _ -> new Rest(null, "NOT_ILLEGAL");
            case Retracted _ -> takeBack(known);
            case Verified _ -> new Rest(null, "WAITS_FOR_CHAIN");
            case Unaddressable(var reason) -> new Rest(null, reason);
            case Exhausted _ -> new Rest(null, "NO_RUNG_LEFT");
            case Routed _, Notified _ -> whileOpen(known, around, now);
        };
    }

    /** Whether a notice that was asked for may leave now. */
    public enum Leave {
        NOW,
        /** Its look is too old by now. */
        AFTER_A_LOOK,
        /** The case wants something else, or nothing. */
        NEVER
    }

    /** Looked at before a notice is rendered and before each try to send it. */
    public Leave mayLeave(RemovalCase known, Asked asked, Instant now) {
        if (!isWanted(known, asked)) {
            return Leave.NEVER;
        }
        if (asked.kind() == NoticeKind.RETRACTION) {
            return Leave.NOW;
        }
        if (!asked.verifiable()) {
            return standsIn(known, now) ? Leave.NOW : Leave.NEVER;
        }
        if (known.presence().wasUpSince(freshFor(asked.kind(), now))) {
            return Leave.NOW;
        }
        return asked.kind() == NoticeKind.REMINDER || known.presence().cannotBeSeen()
                ? Leave.NEVER
                : Leave.AFTER_A_LOOK;
    }

    /** Whether nothing forbids the notice, however old its look is: one that may have left already is sent the same. */
    public boolean isWanted(RemovalCase known, Asked asked) {
        if (asked.kind() == NoticeKind.RETRACTION) {
            return known.action() instanceof Retracted
                    && !contents(known, asked).isEmpty();
        }
        var stillOpen = switch (known.action()) {
            case Routed _, Notified _ -> true;
            case Received _, Rejected _, Retracted _, Verified _, Unaddressable _, Exhausted _ -> false;
        };
        return stillOpen
                && isToTheRightOne(known, asked)
                && !known.isHeld()
                && !known.presence().isDown()
                && !known.presence().isSuspect()
                && !contents(known, asked).isEmpty();
    }

    /** Routing may have gone elsewhere since. */
    private static boolean isToTheRightOne(RemovalCase known, Asked asked) {
        return asked.kind() == NoticeKind.ESCALATION
                ? known.action() instanceof Notified
                        && known.rungOf(asked.addressee()).isEmpty()
                : asked.addressee().equals(known.route().addressee());
    }

    /**
     * The units a notice names: a retraction and a reminder those the addressee was told of, any other those it was
     * not.
     */
    public static List<ContentUnit> contents(RemovalCase known, Asked asked) {
        if (asked.kind() == NoticeKind.RETRACTION) {
            return known.toldTo(asked.contactId());
        }
        var untold = known.untold(asked.addressee());
        return asked.kind() == NoticeKind.REMINDER
                ? known.verified().stream()
                        .filter(unit -> !untold.contains(unit))
                        .toList()
                : untold;
    }

    /** Whoever was told of it is told that it is taken back, one after the other. */
    private static Step takeBack(RemovalCase known) {
        if (known.asked() != null) {
            return new Rest(null, "NOTICE_UNDER_WAY");
        }
        return known.rungs().stream()
                .filter(rung -> !rung.retracted())
                .findFirst()
                .<Step>map(rung ->
                        new Write(NoticeKind.RETRACTION, new Candidate(rung.addressee(), 0, rung.contactId()), false))
                .orElseGet(() -> new Rest(null, "RETRACTED"));
    }

    private Step whileOpen(RemovalCase known, Surroundings around, Instant now) {
        if (known.presence().isDown() || known.presence().isSuspect()) {
            return new Rest(null, "NOT_UP");
        }
        if (known.verified().isEmpty()) {
            return notIllegal(known) ? new CallPerson(TaskKind.RETRACTION, null) : new Rest(null, "NOT_VERIFIED");
        }
        var asked = known.asked();
        if (asked != null && (asked.noticeId() != null || asked.kind() != NoticeKind.REMINDER)) {
            return new Rest(null, "NOTICE_UNDER_WAY");
        }
        return known.action() instanceof Routed
                ? firstNotice(known, around, now)
                : whileNotified(known, around, now, asked);
    }

    private static boolean notIllegal(RemovalCase known) {
        return known.contents().stream().allMatch(unit -> unit.verification() == Verification.NOT_ILLEGAL);
    }

    private Step held(RemovalCase known, Instant now) {
        var expiry = known.holds().stream()
                .map(Hold::expiresAt)
                .min(Instant::compareTo)
                .orElse(now);
        var warnAt = expiry.minus(rules.holdWarning());
        var lastWarnAt = expiry.minus(rules.holdLastWarning());
        if (now.isBefore(warnAt)) {
            return new Rest(warnAt, "HELD");
        }
        if (now.isBefore(lastWarnAt)) {
            return new CallPerson(TaskKind.HOLD_EXPIRY, lastWarnAt);
        }
        return now.isBefore(expiry)
                ? new CallPerson(TaskKind.HOLD_EXPIRES_SOON, expiry)
                : new CallPerson(TaskKind.HOLD_EXPIRED, null);
    }

    private Step firstNotice(RemovalCase known, Surroundings around, Instant now) {
        var addressee = known.route().addressee();
        var to = around.candidates(known).stream()
                .filter(candidate -> candidate.addressee().equals(addressee))
                .findFirst();
        if (to.isEmpty()) {
            return new Rest(null, "NO_CONTACT");
        }
        var toldBefore = known.level() == 0 && known.rungs().stream().anyMatch(rung -> !rung.retracted());
        var kind = toldBefore ? NoticeKind.STAYDOWN : NoticeKind.FIRST;
        return write(kind, to.get(), known, now);
    }

    private Step whileNotified(RemovalCase known, Surroundings around, Instant now, @Nullable Asked asked) {
        var addressee = Objects.requireNonNull(known.route().addressee());
        var candidates = around.candidates(known);
        var current = candidates.stream()
                .filter(candidate -> candidate.addressee().equals(addressee))
                .findFirst();
        var next = candidates.stream()
                .filter(candidate -> known.rungOf(candidate.addressee()).isEmpty())
                .findFirst();
        var rung = known.rungOf(addressee).orElseThrow();
        var began = rung.firstHandoverAt().plus(known.held().after(rung.firstHandoverAt()));
        var rungEnds = began.plus(rules.rungOf(addressee.role()));
        if (!now.isBefore(rungEnds) && isOlder(around, rungEnds)) {
            var wanted = known.wants().chainAfter();
            return wanted == null || wanted.isBefore(rungEnds) ? new WantChain() : new Rest(null, "WAITS_FOR_CHAIN");
        }
        if (next.isPresent() && (current.isEmpty() || !now.isBefore(rungEnds))) {
            return write(NoticeKind.ESCALATION, next.get(), known, now);
        }
        var exhaustedAt = began.plus(rules.exhaustedAfter());
        if (next.isEmpty() && !now.isBefore(exhaustedAt)) {
            return new Exhaust();
        }
        if (asked != null) {
            return new Rest(next.isPresent() ? rungEnds : exhaustedAt, "NOTICE_UNDER_WAY");
        }
        if (current.isPresent() && !known.untold(addressee).isEmpty()) {
            return write(NoticeKind.FIRST, current.get(), known, now);
        }
        var goOn = next.isPresent() ? rungEnds : exhaustedAt;
        return remind(known, around, current, rung, goOn, now);
    }

    private Step remind(
            RemovalCase known, Surroundings around, Optional<Candidate> current, Rung rung, Instant goOn, Instant now) {
        if (current.isEmpty()) {
            return around.waitsForApproval(known)
                    ? new CallPerson(TaskKind.APPROVAL, goOn)
                    : new Rest(goOn, "NO_CONTACT");
        }
        var slow = now.isAfter(rung.firstHandoverAt().plus(rules.remindSlowlyAfter()));
        var remindAt = rung.lastHandoverAt().plus(slow ? rules.remindSlowlyEvery() : rules.remindEvery());
        if (now.isBefore(remindAt)) {
            return new Rest(remindAt.isBefore(goOn) ? remindAt : goOn, "WAITS_FOR_ANSWER");
        }
        if (rung.unverified() >= rules.unverifiedReminders()
                && !known.presence().wasUpSince(freshFor(NoticeKind.REMINDER, now))) {
            return new CallPerson(TaskKind.LOOK_BLOCKED, goOn);
        }
        var reminder = write(NoticeKind.REMINDER, current.get(), known, now);
        return reminder instanceof CallPerson(var kind, var _) ? new CallPerson(kind, goOn) : reminder;
    }

    /** Content may have moved since: a rung that is over is followed by what the chain says now. */
    private static boolean isOlder(Surroundings around, Instant than) {
        var chain = around.chain();
        return chain != null && Instant.ofEpochMilli(chain.resolvedAt()).isBefore(than);
    }

    /** Nothing is written without a look, or a sighting that stands in for one. */
    private Step write(NoticeKind kind, Candidate to, RemovalCase known, Instant now) {
        if (known.presence().wasUpSince(freshFor(kind, now))) {
            return new Write(kind, to, true);
        }
        if (neverLookedAt(known) || known.presence().cannotBeSeen()) {
            return standsIn(known, now) ? new Write(kind, to, false) : new CallPerson(TaskKind.LOOK_BLOCKED, null);
        }
        return known.waitsForWantedLook() ? new Rest(null, WAITS_FOR_LOOK) : new WantCheck();
    }

    private Instant freshFor(NoticeKind kind, Instant now) {
        return now.minus(kind == NoticeKind.REMINDER ? rules.lookForReminder() : rules.lookForNotice());
    }

    private boolean standsIn(RemovalCase known, Instant now) {
        return !known.lastSightingAt().isBefore(now.minus(rules.sightingStandsIn()));
    }

    /** The checker looks at no dark web and at nothing whose probe rule forbids it. */
    private static boolean neverLookedAt(RemovalCase known) {
        return switch (known.place().hostKind()) {
            case ONION_V3, ONION_V2, ONION_INVALID -> true;
            case DOMAIN, IPV4, IPV6, SPECIAL_USE, UNKNOWN -> known.route().probeRule() == ProbeRule.NEVER;
        };
    }

    static boolean isDark(HostKind kind) {
        return switch (kind) {
            case ONION_V3, ONION_V2, ONION_INVALID -> true;
            case DOMAIN, IPV4, IPV6, SPECIAL_USE, UNKNOWN -> false;
        };
    }

    /** Whether all that is missing for a notice is a look. */
    static boolean isForWantOfALook(Step step) {
        return switch (step) {
            case Rest(var _, var why) -> why.equals(WAITS_FOR_LOOK);
            case CallPerson(var kind, var _) -> kind == TaskKind.LOOK_BLOCKED;
            case WantCheck _ -> true;
            case WantChain _,
                    Step.AwaitProvider _,
                    Step.TakeRoute _,
                    Step.TakeChain _,
                    Step.GiveUp _,
                    Write _,
                    Exhaust _ -> false;
        };
    }

    /** How the chain's version is told in a route. */
    static Route route(ChainSnapshot chain, Surroundings around, Rung.@Nullable Addressee addressee) {
        return new Route(chain.version(), around.hostProvider(), chain.probeRule(), addressee);
    }
}
