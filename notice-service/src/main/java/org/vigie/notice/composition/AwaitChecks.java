package org.vigie.notice.composition;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.vigie.notice.composition.Gathering.Wish;
import org.vigie.notice.escalation.NextStep;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.removal.CaseStage;
import org.vigie.notice.removal.Cases;
import org.vigie.notice.removal.ChangeCase;
import org.vigie.notice.removal.RemovalCase;

/**
 * Has what is gathered wait for looks, for a bounded time: a digest for looks at all that it names, first notices for
 * the looks at other cases of the same host that were reported with them.
 */
@Component
public class AwaitChecks {

    /** A digest leaves with what is known by then: the last look says when it was. */
    public static final Duration LONGEST_FOR_A_DIGEST = Duration.ofMinutes(30);
    /** What was looked at so shortly before the digest fell due is not looked at again for it. */
    private static final Duration SHORTLY_BEFORE = Duration.ofHours(1);

    private static final Duration BETWEEN_GLANCES = Duration.ofMinutes(10);
    /** With what it takes to send it, a first notice leaves within a minute of routing. */
    public static final Duration LONGEST_FOR_A_FIRST = Duration.ofSeconds(40);
    /**
     * Cases that were verified so lately belong to one burst, as do those whose look was asked for and did not come.
     */
    private static final Duration BURST = Duration.ofMinutes(1);

    private static final Duration BETWEEN_GLANCES_AT_FIRSTS = Duration.ofSeconds(1);
    private static final int MOST = 1000;

    private final Cases cases;
    private final ChangeCase changeCase;
    private final NextStep nextStep;

    AwaitChecks(Cases cases, ChangeCase changeCase, NextStep nextStep) {
        this.cases = cases;
        this.changeCase = changeCase;
        this.nextStep = nextStep;
    }

    /** When to ask again whether all looks are there; empty if the notice is to be made now. */
    public Optional<Instant> until(Gathering gathering, Instant now) {
        var due = gathering.due() == null ? now : gathering.due();
        return gathering.kind() == NoticeKind.REMINDER
                ? lookedAt(gathering, due, now)
                        ? Optional.empty()
                        : glance(now, BETWEEN_GLANCES, due, LONGEST_FOR_A_DIGEST)
                : isBurstOver(gathering, now)
                        ? Optional.empty()
                        : glance(now, BETWEEN_GLANCES_AT_FIRSTS, due, LONGEST_FOR_A_FIRST);
    }

    /** What a notice is made of now: all but reminders whose look has not come yet. */
    public List<Wish> ready(Gathering gathering, Instant now) {
        return gathering.kind() == NoticeKind.REMINDER
                ? gathering.wishes().stream()
                        .filter(wish -> !isMissed(wish, now))
                        .toList()
                : gathering.wishes();
    }

    private static Optional<Instant> glance(Instant now, Duration again, Instant due, Duration longest) {
        var latest = due.plus(longest);
        var next = now.plus(again);
        return now.isBefore(latest) ? Optional.of(next.isBefore(latest) ? next : latest) : Optional.empty();
    }

    /** Asks for every look that is not of the hour in which the digest falls due. */
    private boolean lookedAt(Gathering digest, Instant due, Instant now) {
        var since = due.minus(SHORTLY_BEFORE);
        var missed = digest.wishes().stream()
                .flatMap(wish -> waiting(wish).stream())
                .filter(known -> nextStep.needsALook(known, since))
                .toList();
        missed.forEach(known -> changeCase.change(known.caseId(), found -> found.wantsCheck(now)));
        return missed.isEmpty();
    }

    private boolean isMissed(Wish wish, Instant now) {
        return waiting(wish).filter(known -> nextStep.isStale(known, now)).isPresent();
    }

    private Optional<RemovalCase> waiting(Wish wish) {
        return cases.find(wish.caseId())
                .filter(known -> known.pending() != null
                        && known.pending().itemId().equals(wish.itemId())
                        && known.pending().noticeId() == null);
    }

    private boolean isBurstOver(Gathering gathering, Instant now) {
        return !gathering.kind().asksForRemoval()
                || hosts(gathering)
                        .flatMap(host -> cases.beforeFirstNotice(host, MOST).stream())
                        .noneMatch(known -> isOfTheBurst(known, gathering, now));
    }

    private Stream<String> hosts(Gathering gathering) {
        return gathering
                .host()
                .map(Stream::of)
                .orElseGet(() -> gathering.wishes().stream()
                        .flatMap(wish -> cases.find(wish.caseId()).stream())
                        .map(known -> known.tokens().host())
                        .distinct());
    }

    /** A case beside those gathered that is about to ask for the same. */
    private static boolean isOfTheBurst(RemovalCase known, Gathering gathering, Instant now) {
        var began = known.waitsForWantedCheck()
                || (known.evidence().verifiedAt() != null
                        && !known.evidence().verifiedAt().isBefore(now.minus(BURST)));
        var toTheSame = known.stage() instanceof CaseStage.Verified
                || gathering.addressee().equals(known.route().addressee());
        return began
                && toTheSame
                && !known.isHeld()
                && !known.presence().isDown()
                && !known.presence().isSuspect()
                && known.presence().flags().isEmpty();
    }
}
