package org.vigie.notice.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.events.HostKind;
import org.vigie.events.ProbeRule;
import org.vigie.notice.escalation.Step.CallPerson;
import org.vigie.notice.escalation.Step.Rest;
import org.vigie.notice.escalation.Step.WantCheck;
import org.vigie.notice.escalation.Step.Why;
import org.vigie.notice.escalation.Step.Write;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.removal.PendingNotice;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.notice.task.TaskKind;

/** Nothing is written without a look, or a sighting that stands in for one. */
record CheckFreshness(NoticeRules rules) {

    /** The notice, or what is missing for it. */
    Step write(NoticeKind kind, Candidate to, RemovalCase known, Instant now) {
        if (isFresh(kind, known, now)) {
            return new Write(kind, to, true);
        }
        return isOutOfSight(known) ? unverified(kind, to, known, now) : lookFrom(known, now);
    }

    /** A reminder is asked for without a look: its digest waits for those of all whom it names. */
    Step remind(Candidate to, RemovalCase known, Instant now) {
        return isOutOfSight(known) && !isFresh(NoticeKind.REMINDER, known, now)
                ? unverified(NoticeKind.REMINDER, to, known, now)
                : new Write(NoticeKind.REMINDER, to, true);
    }

    private Step unverified(NoticeKind kind, Candidate to, RemovalCase known, Instant now) {
        return standsIn(known, now) ? new Write(kind, to, false) : new CallPerson(TaskKind.LOOK_BLOCKED, null);
    }

    /**
     * Rests, and has it looked at again whenever the last look is half as old as a reminder's may be: however long a
     * slow host's looks take, up to the other half, one is fresh whenever the digest leaves.
     */
    Step restLookedAt(RemovalCase known, Instant until, Why why, Instant now) {
        if (isOutOfSight(known) || known.waitsForWantedCheck()) {
            return new Rest(until, why);
        }
        var last = known.presence().lastCheckedAt();
        var lookAt = last == null ? now : last.plus(halfOfALook());
        return now.isBefore(lookAt) ? new Rest(earlier(lookAt, until), why) : new WantCheck();
    }

    private Duration halfOfALook() {
        return rules.lookForReminder().dividedBy(2);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static boolean isOutOfSight(RemovalCase known) {
        return neverLookedAt(known) || known.presence().cannotBeSeen();
    }

    /** A look made from now on, unless one is awaited; one of just now that told nothing is not repeated at once. */
    private Step lookFrom(RemovalCase known, Instant now) {
        if (known.waitsForWantedCheck()) {
            return new Rest(null, Why.WAITS_FOR_LOOK);
        }
        return wasLookedAtSince(known, now)
                ? new Rest(now.plus(rules.lookForNotice()), Why.WAITS_FOR_LOOK)
                : new WantCheck();
    }

    private static boolean wasLookedAtSince(RemovalCase known, Instant at) {
        var last = known.presence().lastCheckedAt();
        return last != null && !last.isBefore(at);
    }

    /**
     * Somebody saw what is down, or seems to be, after our last look: it may be back. The checker's own next look may
     * be weeks away.
     */
    Optional<Step> afterSighting(RemovalCase known, Instant now) {
        var isCalledGone = known.presence().isDown() || known.presence().isSuspect();
        return isCalledGone
                        && !wasLookedAtSince(known, known.evidence().lastSightingAt())
                        && !wasLookedAtSince(known, now)
                        && !known.waitsForWantedCheck()
                ? Optional.of(new WantCheck())
                : Optional.empty();
    }

    /** Whether a look could be had for the wish and was not since the instant. */
    boolean isMissing(PendingNotice asked, RemovalCase known, Instant since) {
        return asked.verifiable() && !isOutOfSight(known) && !wasLookedAtSince(known, since);
    }

    /** Whether it was seen up lately enough for such a notice. */
    boolean isFresh(NoticeKind kind, RemovalCase known, Instant now) {
        return known.presence()
                .wasUpSince(now.minus(kind == NoticeKind.REMINDER ? rules.lookForReminder() : rules.lookForNotice()));
    }

    /**
     * Whether our last look found it up, and no longer ago than a sighting may be that stands in for one: a reminder
     * whose look is late says when it was.
     */
    boolean wasUp(RemovalCase known, Instant now) {
        return known.presence().wasUpSince(now.minus(rules.sightingStandsIn()));
    }

    /** From when on a person is asked to look: nobody saw it for so long, and a look did not come for a day. */
    Optional<Instant> overdueAt(RemovalCase known) {
        var wanted = known.wants().checkAfter();
        if (wanted == null || !known.waitsForWantedCheck() || isOutOfSight(known)) {
            return Optional.empty();
        }
        var last = known.presence().lastCheckedAt();
        return Stream.of(
                        wanted.plus(rules.remindEvery()),
                        known.evidence().lastSightingAt().plus(rules.sightingStandsIn()),
                        (last == null ? wanted : last).plus(rules.sightingStandsIn()))
                .max(Comparator.naturalOrder());
    }

    boolean standsIn(RemovalCase known, Instant now) {
        return !known.evidence().lastSightingAt().isBefore(now.minus(rules.sightingStandsIn()));
    }

    /** The checker looks at no dark web and at nothing whose probe rule forbids it. */
    private static boolean neverLookedAt(RemovalCase known) {
        return isDark(known.evidence().place().hostKind()) || known.route().probeRule() == ProbeRule.NEVER;
    }

    /** What keeps us from looking, a code. */
    static String keptBy(RemovalCase known) {
        if (isDark(known.evidence().place().hostKind())) {
            return "DARK_WEB";
        }
        if (known.route().probeRule() == ProbeRule.NEVER) {
            return "PROBE_RULE";
        }
        return known.presence().isPerhapsBack()
                ? "FRAGMENT"
                : Objects.requireNonNullElse(
                        known.presence().undecidedBecause(), known.presence().cannotBeSeen() ? "CLOAKED" : "LOOK_LATE");
    }

    static boolean isDark(HostKind kind) {
        return switch (kind) {
            case ONION_V3, ONION_V2, ONION_INVALID -> true;
            case DOMAIN, IPV4, IPV6, SPECIAL_USE, UNKNOWN -> false;
        };
    }

    /** Whether all that is missing for a notice is a look. */
    static boolean areMissing(Step step) {
        return switch (step) {
            case Rest(var _, var why) -> why == Why.WAITS_FOR_LOOK;
            case CallPerson(var kind, var _) -> kind == TaskKind.LOOK_BLOCKED;
            case WantCheck _ -> true;
            case Step.WantChain _,
                    Step.AwaitProvider _,
                    Step.TakeRoute _,
                    Step.TakeChain _,
                    Step.GiveUp _,
                    Write _,
                    Step.Exhaust _ -> false;
        };
    }
}
