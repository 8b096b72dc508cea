package org.vigie.notice.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.events.Verification;
import org.vigie.notice.content.ContentUnit;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.removal.Addressee;
import org.vigie.notice.removal.CaseStage.Notified;
import org.vigie.notice.removal.CaseStage.Retracted;
import org.vigie.notice.removal.End;
import org.vigie.notice.removal.Handover;
import org.vigie.notice.removal.PendingNotice;
import org.vigie.notice.removal.Refused;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.notice.removal.Targeting;

/** What a case keeps to whatever happens, checked against what was sent and accepted, which is noted here. */
final class Promises {

    private static final NoticeRules RULES = DomainRules.DEFAULTS;

    private final Set<String> firstNotices = new HashSet<>();
    private final Set<String> targeted = new HashSet<>();
    private final Set<UUID> accepted = new HashSet<>();
    private final Set<UUID> bounced = new HashSet<>();
    /** Reminders without a look since a person last looked, by cycle and addressee. */
    private final Map<String, Integer> unseen = new HashMap<>();

    private final Map<String, Integer> occurred = new TreeMap<>();

    private int extras;

    int sent() {
        return accepted.size();
    }

    /** A person says that it is there. */
    void seenByAPerson() {
        unseen.clear();
    }

    /** Just before a notice leaves. */
    void maySend(RemovalCase known, PendingNotice asked, boolean verified, Instant now) {
        var contents = NextStep.contents(known, asked);
        assertThat(contents).isNotEmpty();
        saw("%s, %s".formatted(asked.kind(), verified ? "on a look" : "on a sighting"));
        if (asked.kind() == NoticeKind.RETRACTION) {
            saw(known.stage() instanceof Retracted ? "all is taken back" : "one unit is taken back");
            assertThat(known.stage() instanceof Retracted
                            || contents.stream().allMatch(unit -> unit.verification() == Verification.NOT_ILLEGAL))
                    .as("only what is taken back is retracted")
                    .isTrue();
            return;
        }
        assertThat(known.stage()).isNotInstanceOf(Retracted.class);
        assertThat(known.isHeld()).isFalse();
        if (asked.kind() == NoticeKind.DECISION) {
            assertThat(known.steering().ruling(asked.addressee())).isPresent();
            assertThat(contents).allMatch(ContentUnit::isVerified);
            return;
        }
        assertThat(known.presence().isDown()).isFalse();
        assertThat(known.presence().isSuspect()).isFalse();
        assertThat(contents).allMatch(ContentUnit::isVerified);
        hasALook(known, asked, verified, now);
        if (asked.kind() == NoticeKind.ESCALATION) {
            assertThat(known.pursuit().contacted(asked.addressee())).isEmpty();
        } else {
            assertThat(asked.addressee())
                    .as("one addressee at a time")
                    .isEqualTo(known.route().addressee());
        }
        if (asked.kind() == NoticeKind.FIRST && known.pursuit().level() > 0) {
            saw("content verified later");
        }
        if (asked.kind() == NoticeKind.REMINDER) {
            mayRemind(known, asked, verified);
        } else {
            assertThat(contents)
                    .as("one first notice to one provider and role for one content and cycle")
                    .noneMatch(unit -> names(unit)
                            .anyMatch(name -> firstNotices.contains(key(known.cycle(), name, asked.addressee()))));
        }
    }

    private static void hasALook(RemovalCase known, PendingNotice asked, boolean verified, Instant now) {
        if (asked.kind() != NoticeKind.REMINDER) {
            assertThat(known.route().isOlderThan(now.minus(RULES.chainForNotice())))
                    .as("who carries it was asked a day ago at most")
                    .isFalse();
        }
        if (verified) {
            var oldest = asked.kind() == NoticeKind.REMINDER ? RULES.sightingStandsIn() : RULES.lookForNotice();
            assertThat(known.presence().lastCheckedAt()).isAfterOrEqualTo(now.minus(oldest));
        } else {
            assertThat(known.evidence().lastSightingAt()).isAfterOrEqualTo(now.minus(RULES.sightingStandsIn()));
        }
    }

    private void mayRemind(RemovalCase known, PendingNotice asked, boolean verified) {
        var rung = known.pursuit().contacted(asked.addressee()).orElseThrow();
        var tomorrow = rung.lastHandoverAt().plus(RULES.remindEvery());
        var slow = tomorrow.isAfter(rung.firstHandoverAt().plus(RULES.remindSlowlyAfter()));
        saw(slow ? "a slow reminder" : "a daily reminder");
        assertThat(asked.at())
                .as("a day after the last, a week after two weeks")
                .isAfterOrEqualTo(rung.lastHandoverAt().plus(slow ? RULES.remindSlowlyEvery() : RULES.remindEvery()));
        if (!verified) {
            assertThat(unseen.getOrDefault(known.cycle() + "/" + asked.addressee(), 0))
                    .as("three reminders without a look")
                    .isLessThan(RULES.unverifiedReminders());
        }
    }

    /** A new wish: who is written to next, and as what. */
    void mayAsk(RemovalCase before, RemovalCase after, RegistryView around, Instant now) {
        var asked = after.pending();
        if (asked == null || asked.equals(before.pending())) {
            return;
        }
        var toldBefore = after.pursuit().contacted().stream().anyMatch(rung -> !rung.retracted());
        switch (asked.kind()) {
            case STAYDOWN ->
                assertThat(after.pursuit().level() == 0 && toldBefore)
                        .as("stay-down")
                        .isTrue();
            case FIRST ->
                assertThat(after.pursuit().level() > 0 || !toldBefore)
                        .as("first")
                        .isTrue();
            case ESCALATION -> {
                var addressee = Objects.requireNonNull(after.route().addressee());
                var rung = after.pursuit().contacted(addressee).orElseThrow();
                var ends = rung.firstHandoverAt()
                        .plus(after.holds().time().after(rung.firstHandoverAt()))
                        .plus(RULES.rungOf(addressee.role()));
                var reachable = around.candidates(after).stream()
                        .anyMatch(candidate -> candidate.addressee().equals(addressee));
                assertThat(reachable && now.isBefore(ends))
                        .as("the rung goes on")
                        .isFalse();
            }
            case REMINDER, RETRACTION, DECISION, TEST -> {}
        }
    }

    /** The channel accepted it. */
    void accepted(Handover handover, RemovalCase before, RemovalCase after) {
        accepted.add(handover.noticeId());
        if (before.stage() instanceof Notified(var from) && after.stage() instanceof Notified(var to)) {
            var climbs = handover.kind() == NoticeKind.ESCALATION && handover.cycle() == before.cycle();
            assertThat(to - from).as("level").isEqualTo(climbs ? 1 : 0);
        }
        if (handover.kind() == NoticeKind.REMINDER && !handover.verifiable()) {
            unseen.merge(handover.cycle() + "/" + handover.addressee(), 1, Integer::sum);
        }
        if (handover.targets()) {
            for (var content : handover.contents()) {
                assertThat(firstNotices.add(key(handover.cycle(), content, handover.addressee())))
                        .as("one first notice to one provider and role for one content and cycle")
                        .isTrue();
                var isExtra = !targeted.add(handover.cycle() + "/" + content);
                extras += isExtra ? 1 : 0;
                saw(isExtra ? "an escalation extra" : "a first target");
                saw(handover.cycle() == before.cycle() ? "accepted in its cycle" : "accepted in a later cycle");
                saw("accepted by a case that is " + before.stage().getClass().getSimpleName());
            }
        }
    }

    void refused(Refused refusal) {
        saw("refused");
        bounced.add(refusal.noticeId());
    }

    /** At any time. */
    void areKept(RemovalCase known) {
        assertThat(known.outcome().targetings().stream().map(Targeting::targetingId))
                .doesNotHaveDuplicates();
        for (var targeting : known.outcome().targetings()) {
            assertThat(firstNotices)
                    .as("targetings by accepted handovers only")
                    .contains(key(
                            targeting.cycle(),
                            targeting.contentId(),
                            new Addressee(targeting.providerId(), targeting.role())));
            var notices = new ArrayList<>(targeting.correspondence().notices());
            notices.removeAll(accepted);
            assertThat(bounced).containsAll(notices);
            if (targeting.endedAt() != null) {
                saw("ended");
                assertThat(targeting.endedAt())
                        .as("not ended before it began")
                        .isAfterOrEqualTo(targeting.handedOverAt());
            }
            if (targeting.cycle() != known.cycle()
                    || known.stage() instanceof Retracted
                    || known.presence().isDown()) {
                saw("closed in an earlier cycle, retracted or gone");
                assertThat(targeting.isOpen()).as("%s of %s", targeting, known).isFalse();
            }
        }
        countsOnce(known);
        var perProvider = known.outcome().targetings().stream()
                .collect(Collectors.groupingBy(one -> one.providerId() + "/" + one.role(), Collectors.counting()));
        assertThat(perProvider.values().stream().mapToLong(Long::longValue).sum() - extras)
                .as("totals are the sum over providers less what escalation adds")
                .isEqualTo(targeted.size());
        var counted = known.outcome().targetings().stream()
                .flatMap(one -> one.correspondence().notices().stream())
                .toList();
        assertThat(counted).doesNotHaveDuplicates();
        saw(known.isHeld() ? "held" : "not held");
        assertThat(known.holds().time().since() != null).isEqualTo(known.isHeld());
    }

    /** Of one unit, whatever its names were, one targeting at one provider and role in one cycle counts. */
    private void countsOnce(RemovalCase known) {
        var counted = new HashSet<String>();
        for (var targeting : known.outcome().targetings()) {
            var unit = known.contents().stream()
                    .filter(one -> one.isCalled(targeting.contentId()))
                    .toList();
            assertThat(unit).as("one unit has the name").hasSize(1);
            if (!targeting.end().counts()) {
                saw("void " + why(targeting.end()));
                continue;
            }
            var addressee = new Addressee(targeting.providerId(), targeting.role());
            assertThat(counted.add(key(targeting.cycle(), unit.getFirst().contentId(), addressee)))
                    .as("counts once, %s", targeting)
                    .isTrue();
        }
    }

    static String why(End end) {
        return end instanceof End.Voided(var why) ? why.name() : end.getClass().getSimpleName();
    }

    private void saw(String what) {
        occurred.merge(what, 1, Integer::sum);
    }

    /** How often what the promises are about happened: a promise about nothing is none. */
    Map<String, Integer> occurred() {
        return Map.copyOf(occurred);
    }

    private static Stream<UUID> names(ContentUnit unit) {
        return Stream.concat(Stream.of(unit.contentId()), unit.absorbed().stream());
    }

    private static String key(int cycle, UUID content, Addressee addressee) {
        return cycle + "/" + content + "/" + addressee;
    }
}
