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
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.vigie.events.Verification;
import org.vigie.events.availability.AvailabilitySnapshot.Flag;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.events.availability.AvailabilitySnapshot.Removal;
import org.vigie.events.provider.ProviderSnapshot.Health;
import org.vigie.notice.removal.NextStep.Leave;
import org.vigie.notice.removal.Rung.Addressee;

/** One case walked at random: reports, decisions, chains, looks, people and mail, some late, twice or never. */
final class Walk {

    private final Random random;
    private final NextStep next = new NextStep(NoticeRules.DEFAULTS);
    private final UntilItRests advance = new UntilItRests(next);
    private final List<UnaryOperator<RemovalCase>> happened = new ArrayList<>();
    private final List<Removal> removals = new ArrayList<>();
    private final List<Handover> inFlight = new ArrayList<>();
    private final Promises promises = new Promises();
    private RemovalCase known = CaseExamples.opened();
    private Surroundings around = new Surroundings(null, Map.of());
    private Instant now = START;
    private boolean up = true;
    private boolean blocked;
    private long looks;
    private long chains;
    private int names;

    Walk(long seed) {
        this.random = new Random(seed);
        report();
        chain();
        look();
    }

    int sent() {
        return promises.sent();
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
            case 9 -> now = now.plus(Duration.ofMinutes(random.nextInt(60 * (random.nextInt(5) == 0 ? 24 * 12 : 36))));
            case 10, 11 -> now = now.plus(Duration.ofMinutes(random.nextInt(5)));
            case 12, 13, 14, 15 -> lookAgain();
            default -> send();
        }
        var before = known;
        known = advance.from(before, around, now).known();
        Moves.byItself(before, known);
        promises.mayAsk(before, known, around, now);
    }

    void check() {
        promises.areKept(known);
    }

    private void becomes(RemovalCase next) {
        Moves.byEvent(known, next);
        known = next;
    }

    private void report() {
        var name = "report-" + names++;
        var content = "content-" + random.nextInt(4);
        var verification = random.nextInt(3) == 0 ? Verification.SUSPECT : Verification.VERIFIED;
        var sighting = random.nextInt(8) == 0
                ? CaseExamples.sightingOf(joined(content, "content-" + random.nextInt(4)), name, now)
                : CaseExamples.sighting(name, content, verification, now);
        happens(before -> before.sighted(sighting));
    }

    /** One that shows that two are the same. */
    private ContentUnit joined(String one, String other) {
        return CaseExamples.unitOf(one, List.of("token-" + one, "token-" + other), now);
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
        blocked ^= random.nextInt(8) == 0;
        var suspect = up && random.nextInt(10) == 0;
        var presence = suspect ? Presence.SUSPECT : up ? Presence.REACHABLE : Presence.DOWN;
        var snapshot = CaseExamples.look(++looks, presence, flags(), now, removals.toArray(Removal[]::new));
        var at = now;
        UnaryOperator<RemovalCase> move = before -> before.seen(snapshot, at);
        if (random.nextInt(5) == 0) {
            happened.add(move); // lost or late
        } else {
            happens(move);
        }
    }

    private List<Flag> flags() {
        return up && blocked ? List.of(Flag.BLOCKED) : List.of();
    }

    /** The checker answers a wish for a look. */
    private void lookAgain() {
        if (up) {
            var snapshot =
                    CaseExamples.look(++looks, Presence.REACHABLE, flags(), now, removals.toArray(Removal[]::new));
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
                    becomes(known.retractionProposed(signed).retracted(other));
                }
            }
            default -> {
                var observation = new Observation(UUID.randomUUID(), Observation.Seen.PRESENT, signed);
                happens(before -> before.observed(observation));
                promises.seenByAPerson();
            }
        }
    }

    /** Something comes once more, or only now. */
    private void again() {
        if (!happened.isEmpty()) {
            var late = happened.get(random.nextInt(happened.size()));
            becomes(late.apply(known));
            assertThat(late.apply(known)).isEqualTo(known);
        }
    }

    private void happens(UnaryOperator<RemovalCase> move) {
        becomes(move.apply(known));
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
        becomes(known.takenBy(notice, asked.itemId()).orElseThrow());
        assertThat(known.takenBy(UUID.randomUUID(), asked.itemId()))
                .as("one notice takes it")
                .isEmpty();
        if (inFlight.stream().anyMatch(one -> one.noticeId().equals(notice))) {
            return;
        }
        if (next.mayLeave(known, asked, now) != Leave.NOW) {
            becomes(known.dropped(asked.itemId(), now));
            return;
        }
        promises.maySend(known, asked, now);
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

    private void arrive() {
        if (!inFlight.isEmpty()) {
            accept(inFlight.remove(random.nextInt(inFlight.size())));
        }
    }

    private void accept(Handover handover) {
        var before = known;
        becomes(known.accepted(handover));
        assertThat(known.accepted(handover)).as("twice is once").isEqualTo(known);
        promises.accepted(handover, before, known);
    }

    private void refuse(Handover handover) {
        var refusal = new Refused(handover.cycle(), handover.addressee(), handover.contactId(), handover.noticeId());
        becomes(known.refused(refusal, handover.countedIn(), "5.1.1", now));
        promises.refused(refusal);
    }

    @Override
    public String toString() {
        return "Walk at %s, %s".formatted(now, Arrays.asList(known.action(), known.cycle()));
    }
}
