package org.vigie.notice.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.removal.CaseExamples.CDN;
import static org.vigie.notice.removal.CaseExamples.HOST;
import static org.vigie.notice.removal.CaseExamples.START;
import static org.vigie.notice.removal.CaseExamples.UPSTREAM;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.vigie.events.Verification;
import org.vigie.events.availability.AvailabilitySnapshot.Flag;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.events.availability.AvailabilitySnapshot.Removal;
import org.vigie.events.provider.ProviderSnapshot.Health;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.removal.Action.Retracted;
import org.vigie.notice.removal.NextStep.Leave;
import org.vigie.notice.removal.Rung.Addressee;
import org.vigie.notice.targeting.Targeting;

/** One case walked at random: reports, decisions, chains, looks, people and mail, some late, twice or never. */
final class Walk {

    private final Random random;
    private final NextStep next = new NextStep(NoticeRules.DEFAULTS);
    private final UntilItRests advance = new UntilItRests(next);
    private final List<UnaryOperator<RemovalCase>> happened = new ArrayList<>();
    private final List<Removal> removals = new ArrayList<>();
    private final List<Handover> inFlight = new ArrayList<>();
    private final Set<String> firstNotices = new HashSet<>();
    private final Set<String> targeted = new HashSet<>();
    private final Set<UUID> accepted = new HashSet<>();
    private final Set<UUID> bounced = new HashSet<>();
    private RemovalCase known = CaseExamples.opened();
    private Surroundings around = new Surroundings(null, Map.of());
    private Instant now = START;
    private boolean up = true;
    private long looks;
    private long chains;
    private int names;
    private int extras;

    Walk(long seed) {
        this.random = new Random(seed);
        report();
        chain();
        look();
    }

    int sent() {
        return accepted.size();
    }

    void step() {
        switch (random.nextInt(24)) {
            case 0 -> report();
            case 1 -> decision();
            case 2 -> chain();
            case 3, 4, 5 -> look();
            case 6 -> person();
            case 7 -> again();
            case 8, 16 -> arrive();
            case 9 -> now = now.plus(Duration.ofMinutes(random.nextInt(60 * 36)));
            case 10, 11 -> now = now.plus(Duration.ofMinutes(random.nextInt(5)));
            case 12, 13, 14, 15 -> lookAgain();
            default -> send();
        }
        known = advance.from(known, around, now).known();
    }

    private void report() {
        var name = "report-" + names++;
        var content = "content-" + random.nextInt(4);
        var verification = random.nextInt(3) == 0 ? Verification.SUSPECT : Verification.VERIFIED;
        var sighting = CaseExamples.sighting(name, content, verification, now);
        happens(before -> before.sighted(sighting));
    }

    private void decision() {
        if (known.contents().isEmpty()) {
            return;
        }
        var verification = random.nextInt(3) > 0 ? Verification.VERIFIED : Verification.NOT_ILLEGAL;
        var units = known.contents();
        var unit = random.nextBoolean() ? null : units.get(random.nextInt(units.size()));
        var decision = CaseExamples.decisionOn(
                "decision-" + names++, unit == null ? null : unit.contentId(), verification, now);
        happens(before -> before.decided(decision));
    }

    private void chain() {
        var all = new ArrayList<>(List.of(HOST, CDN, UPSTREAM));
        all.removeIf(_ -> random.nextInt(3) == 0);
        var health = random.nextInt(8) == 0 ? Health.DEAD : Health.OK;
        around = CaseExamples.around(++chains, now, health, all.toArray(Addressee[]::new));
    }

    private void look() {
        var fate = random.nextInt(12);
        if (fate == 0 && up) {
            up = false;
            removals.add(CaseExamples.removal(now, null));
        } else if (fate < 6 && !up) {
            up = true;
            removals.add(CaseExamples.removal(
                    Instant.ofEpochMilli(removals.removeLast().firstDownAt()), now));
        }
        var flags = up && random.nextInt(10) == 0 ? List.of(Flag.BLOCKED) : List.<Flag>of();
        var suspect = up && random.nextInt(10) == 0;
        var presence = suspect ? Presence.SUSPECT : up ? Presence.REACHABLE : Presence.DOWN;
        var snapshot = CaseExamples.look(++looks, presence, flags, now, removals.toArray(Removal[]::new));
        var at = now;
        UnaryOperator<RemovalCase> move = before -> before.seen(snapshot, at);
        if (random.nextInt(5) == 0) {
            happened.add(move); // lost or late
        } else {
            happens(move);
        }
    }

    /** The checker answers a wish for a look. */
    private void lookAgain() {
        if (up) {
            var snapshot = CaseExamples.look(++looks, Presence.REACHABLE, now, removals.toArray(Removal[]::new));
            var at = now;
            happens(before -> before.seen(snapshot, at));
        }
    }

    private void person() {
        var name = "hold-" + names++;
        var signed = CaseExamples.signed("one", now);
        var other = CaseExamples.signed("other", now);
        switch (random.nextInt(8)) {
            case 0, 1 -> happens(before -> before.held(CaseExamples.hold(name, signed.at())));
            case 2, 3, 4 ->
                known.holds().stream()
                        .findFirst()
                        .ifPresent(hold -> happens(before -> before.released(hold.holdId(), signed)));
            case 5 -> {
                if (random.nextInt(8) == 0) {
                    known = known.retractionProposed(signed).retracted(other);
                }
            }
            default -> {
                var observation = new Observation(UUID.randomUUID(), Observation.Seen.PRESENT, signed);
                happens(before -> before.observed(observation));
            }
        }
    }

    /** Something comes once more, or only now. */
    private void again() {
        if (!happened.isEmpty()) {
            var late = happened.get(random.nextInt(happened.size()));
            known = late.apply(known);
            assertThat(late.apply(known)).isEqualTo(known);
        }
    }

    private void happens(UnaryOperator<RemovalCase> move) {
        known = move.apply(known);
        assertThat(move.apply(known)).as("twice is once").isEqualTo(known);
        happened.add(move);
    }

    /** What the case wants is taken by a notice, which is accepted, refused, on its way for long, or lost. */
    private void send() {
        var asked = known.asked();
        if (asked == null) {
            return;
        }
        var notice = asked.noticeId() == null ? new UUID(random.nextLong(), random.nextLong()) : asked.noticeId();
        known = known.takenBy(notice, asked.itemId()).orElseThrow();
        if (inFlight.stream().anyMatch(one -> one.noticeId().equals(notice))) {
            return;
        }
        if (next.mayLeave(known, asked, now) != Leave.NOW) {
            known = known.dropped(asked.itemId(), now);
            return;
        }
        mayBeSent(asked);
        var contents = NextStep.contents(known, asked).stream()
                .map(ContentUnit::contentId)
                .toList();
        var handover = CaseExamples.handover(notice.toString(), asked.kind(), asked.addressee(), known, contents, now);
        var named = new Handover(
                notice,
                handover.reference(),
                1,
                known.cycle(),
                handover.kind(),
                handover.addressee(),
                asked.contactId(),
                contents,
                handover.countedIn(),
                asked.verifiable(),
                now);
        switch (random.nextInt(10)) {
            case 0 -> refuse(named);
            case 1, 2 -> inFlight.add(named);
            default -> accept(named);
        }
    }

    private void mayBeSent(Asked asked) {
        if (asked.kind() == NoticeKind.RETRACTION) {
            assertThat(NextStep.contents(known, asked)).isNotEmpty();
            if (!(known.action() instanceof Retracted)) {
                assertThat(NextStep.contents(known, asked))
                        .allMatch(unit -> unit.verification() == Verification.NOT_ILLEGAL);
            }
            return;
        }
        assertThat(known.action()).isNotInstanceOf(Retracted.class);
        assertThat(known.isHeld()).isFalse();
        assertThat(known.presence().isDown()).isFalse();
        assertThat(known.presence().isSuspect()).isFalse();
        assertThat(NextStep.contents(known, asked)).isNotEmpty().allMatch(ContentUnit::isVerified);
        if (asked.verifiable()) {
            var oldest = asked.kind() == NoticeKind.REMINDER
                    ? NoticeRules.DEFAULTS.lookForReminder()
                    : NoticeRules.DEFAULTS.lookForNotice();
            assertThat(known.presence().lastCheckedAt()).isAfterOrEqualTo(now.minus(oldest));
        } else {
            assertThat(known.lastSightingAt()).isAfterOrEqualTo(now.minus(NoticeRules.DEFAULTS.sightingStandsIn()));
        }
        if (asked.kind() == NoticeKind.REMINDER) {
            var rung = known.rungOf(asked.addressee()).orElseThrow();
            var slow = now.isAfter(rung.firstHandoverAt().plus(NoticeRules.DEFAULTS.remindSlowlyAfter()));
            var every = slow ? NoticeRules.DEFAULTS.remindSlowlyEvery() : NoticeRules.DEFAULTS.remindEvery();
            assertThat(now).isAfterOrEqualTo(rung.lastHandoverAt().plus(every));
            assertThat(asked.addressee()).isEqualTo(known.route().addressee());
        }
    }

    private void arrive() {
        if (!inFlight.isEmpty()) {
            accept(inFlight.remove(random.nextInt(inFlight.size())));
        }
    }

    private void accept(Handover handover) {
        known = known.accepted(handover);
        assertThat(known.accepted(handover)).isEqualTo(known);
        accepted.add(handover.noticeId());
        if (handover.targets()) {
            for (var content : handover.contents()) {
                assertThat(firstNotices.add(handover.cycle() + "/" + content + "/" + handover.addressee()))
                        .as("one first notice to one provider and role for one content and cycle")
                        .isTrue();
                extras += targeted.add(handover.cycle() + "/" + content) ? 0 : 1;
            }
        }
    }

    private void refuse(Handover handover) {
        var refusal = new Refused(handover.cycle(), handover.addressee(), handover.contactId(), handover.noticeId());
        known = known.refused(refusal, handover.countedIn(), "5.1.1", now);
        bounced.add(handover.noticeId());
    }

    void check() {
        var ids = known.targetings().stream().map(Targeting::targetingId).toList();
        assertThat(ids).doesNotHaveDuplicates();
        for (var targeting : known.targetings()) {
            assertThat(firstNotices)
                    .contains(targeting.cycle() + "/" + targeting.contentId() + "/"
                            + new Addressee(targeting.providerId(), targeting.role()));
            var notices = new ArrayList<>(targeting.notices());
            notices.removeAll(accepted);
            assertThat(bounced).containsAll(notices);
            if (known.action() instanceof Retracted && targeting.cycle() == known.cycle()) {
                assertThat(targeting.isOpen()).isFalse();
            }
            if (known.presence().isDown() && targeting.cycle() == known.cycle()) {
                assertThat(targeting.isOpen()).isFalse();
            }
        }
        var perProvider = known.targetings().stream()
                .collect(Collectors.groupingBy(one -> one.providerId() + "/" + one.role(), Collectors.counting()));
        assertThat(perProvider.values().stream().mapToLong(Long::longValue).sum() - extras)
                .as("totals are the sum over providers less what escalation adds")
                .isEqualTo(targeted.size());
        var counted = known.targetings().stream()
                .flatMap(one -> one.notices().stream())
                .toList();
        assertThat(counted).doesNotHaveDuplicates();
        assertThat(known.held().since() != null).isEqualTo(known.isHeld());
    }

    @Override
    public String toString() {
        return "Walk at %s, %s".formatted(now, Arrays.asList(known.action(), known.cycle()));
    }
}
