package org.vigie.notice.escalation;

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
import org.vigie.events.provider.ProviderSnapshot.Health;
import org.vigie.notice.content.ContentUnit;
import org.vigie.notice.removal.Addressee;
import org.vigie.notice.removal.CaseExamples;
import org.vigie.notice.removal.Observation;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.notice.removal.Signed;

/** One case walked at random: reports, decisions, chains, looks, people and mail, some late, twice or never. */
final class Walk {

    private final Random random;
    /** It stays up and illegal, nobody ever gets to see it, and its chain has one addressee: reminders go on. */
    private final boolean calm;

    private final WalkedSite site;
    private final Advance advance = new Advance(new NextStep(DomainRules.DEFAULTS));
    private final List<UnaryOperator<RemovalCase>> happened = new ArrayList<>();
    private final Promises promises = new Promises();
    private final WalkedMail mail;
    private RemovalCase known = CaseExamples.opened();
    private RegistryView around = new RegistryView(null, Map.of());
    private Instant now = START;
    private long chains;
    private int names;

    Walk(long seed) {
        this.random = new Random(seed);
        this.calm = seed % 4 == 0; // the first draws of neighbouring seeds are alike
        this.site = new WalkedSite(random, calm);
        this.mail = new WalkedMail(this, random, promises);
        report();
        chain();
        look();
    }

    int sent() {
        return promises.sent();
    }

    /** How often what the promises are about happened. */
    Map<String, Integer> occurred() {
        return promises.occurred();
    }

    void step() {
        if (calm) {
            calmly();
        } else {
            wildly();
        }
        var before = known;
        known = advance.from(before, around, now).known();
        Moves.byItself(before, known);
        promises.mayAsk(before, known, around, now);
    }

    /** Reported, chained and seen by nobody, day after day, but for a hold now and then. */
    private void calmly() {
        switch (random.nextInt(12)) {
            case 0 -> report();
            case 1 -> chain();
            case 2 -> look();
            case 3 -> again();
            case 4 -> {
                if (known.isHeld() || random.nextInt(3) == 0) {
                    hold();
                }
            }
            case 5, 6 -> {
                var hours = random.nextInt(60) == 0 ? 24 * 15 : known.isHeld() ? 24 * 4 : 24;
                now = now.plus(Duration.ofMinutes(random.nextInt(60 * hours)));
            }
            case 7 -> mail.arrive();
            default -> mail.send();
        }
    }

    private void wildly() {
        switch (random.nextInt(24)) {
            case 0 -> report();
            case 1 -> decision();
            case 2 -> chain();
            case 3, 4, 5 -> look();
            case 6 -> person();
            case 7 -> again();
            case 8, 16 -> mail.arrive();
            case 9 -> now = now.plus(Duration.ofMinutes(random.nextInt(60 * (random.nextInt(5) == 0 ? 24 * 12 : 36))));
            case 10, 11 -> now = now.plus(Duration.ofMinutes(random.nextInt(5)));
            case 12, 13, 14, 15 -> lookAgain();
            default -> mail.send();
        }
    }

    void check() {
        promises.areKept(known);
    }

    RemovalCase known() {
        return known;
    }

    Instant now() {
        return now;
    }

    void becomes(RemovalCase next) {
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
        happens(before -> before.byReports().sighted(sighting));
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
        happens(before -> before.byReports().classified(decision));
    }

    private void chain() {
        var all = new ArrayList<>(List.of(HOST, CDN, UPSTREAM));
        all.removeIf(one -> calm ? !one.equals(HOST) : random.nextInt(3) == 0);
        var health = !calm && random.nextInt(8) == 0 ? Health.DEAD : Health.OK;
        around = CaseExamples.around(++chains, now, health, all.toArray(Addressee[]::new));
    }

    private void look() {
        var snapshot = site.look(now);
        var at = now;
        UnaryOperator<RemovalCase> move = before -> before.byChecks().seen(snapshot, at);
        if (random.nextInt(5) == 0) {
            happened.add(move); // lost or late
        } else {
            happens(move);
        }
    }

    /** The registry and the checker answer what was asked of them. */
    private void lookAgain() {
        if (known.waitsForWantedChain()) {
            chain();
        }
        var at = now;
        site.lookAgain(now)
                .ifPresent(snapshot -> happens(before -> before.byChecks().seen(snapshot, at)));
    }

    private void person() {
        var signed = CaseExamples.signed("one", now);
        var other = CaseExamples.signed("other", now);
        switch (random.nextInt(8)) {
            case 0, 1 -> place(signed);
            case 2, 3, 4 -> release(signed);
            case 5 -> {
                if (random.nextInt(8) == 0) {
                    becomes(known.byPeople()
                            .retractionProposed(signed)
                            .byPeople()
                            .retracted(other));
                }
            }
            default -> {
                var observation = new Observation(UUID.randomUUID(), Observation.Seen.PRESENT, signed);
                happens(before -> before.byPeople().observed(observation));
                promises.seenByAPerson();
            }
        }
    }

    private void hold() {
        var signed = CaseExamples.signed("one", now);
        if (known.isHeld()) {
            release(signed);
        } else {
            place(signed);
        }
    }

    private void place(Signed signed) {
        var hold = CaseExamples.hold("hold-" + names++, signed.at());
        happens(before -> before.byPeople().held(hold));
    }

    private void release(Signed signed) {
        known.holds().current().stream()
                .findFirst()
                .ifPresent(hold -> happens(before -> before.byPeople().released(hold.holdId(), signed)));
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

    @Override
    public String toString() {
        return "Walk at %s, %s".formatted(now, Arrays.asList(known.stage(), known.cycle()));
    }
}
