package org.vigie.metrics.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.vigie.events.Confidence;
import org.vigie.events.ContentKind;
import org.vigie.events.Maturation;
import org.vigie.events.Role;
import org.vigie.events.Verification;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.events.removal.CaseSnapshot.Action;
import org.vigie.events.removal.TargetingSnapshot;
import org.vigie.events.removal.TargetingSnapshot.ActedBy;
import org.vigie.events.removal.TargetingSnapshot.End;
import org.vigie.metrics.ledger.Events.Targeting;
import org.vigie.support.events.EventJson;
import tools.jackson.databind.node.ObjectNode;

class LedgerTests {

    private static final Addressed HOST_P = new Addressed(Events.id("P"), Role.HOST);

    private final Ledger ledger = new Ledger();

    @Test
    void countsAnEndInThePlaceOfTheOpenOne() {
        var open = Targeting.of("a", "h1", "P", 0);

        ledger.fold(open.snapshot());
        ledger.fold(open.removedAfter(5).snapshot());

        var cell = onlyCell(ledger);
        assertThat(cell.targeted()).isEqualTo(1);
        assertThat(cell.report().removed().percentile(50)).hasValue(5);
        assertThat(cell.report().openSince().total()).isZero();
    }

    @Test
    void countsAVoidTargetingNowhereElse() {
        ledger.fold(Targeting.of("a", "h1", "P", 0).ended(End.VOID, 1).snapshot());

        var cell = onlyCell(ledger);
        assertThat(cell.targeted()).isZero();
        assertThat(cell.voided()).isEqualTo(1);
        assertThat(ledger.distinctContents()).isEmpty();
    }

    @Test
    void takesHeldTimeOff() {
        ledger.fold(Targeting.of("a", "h1", "P", 0)
                .removedAfter(30)
                .held(24 * 3_600_000L)
                .snapshot());

        assertThat(onlyCell(ledger).report().removed().percentile(50)).hasValue(6);
    }

    @Test
    void timesWhatBouncedByTheReportsClockOnly() {
        ledger.fold(Targeting.of("a", "h1", "P", 0).bounced().removedAfter(9).snapshot());

        assertThat(onlyCell(ledger).report().removed().total()).isEqualTo(1);
        assertThat(onlyCell(ledger).delivered().removed().total()).isZero();
        assertThat(onlyCell(ledger).bounces()).isEqualTo(1);
    }

    @Test
    void tellsWhoSeemsToHaveActed() {
        removed("a", new ActedBy(Role.HOST, Events.id("P"), Confidence.MEDIUM));
        removed("b", new ActedBy(Role.HOST, Events.id("Q"), Confidence.LOW));
        removed("c", new ActedBy(Role.REGISTRAR, null, Confidence.HIGH));
        removed("d", null);

        var cell = onlyCell(ledger);
        assertThat(cell.removedByOwn()).isEqualTo(1);
        assertThat(cell.removedByOther()).isEqualTo(2);
        assertThat(cell.removedBy(Role.HOST)).isEqualTo(2);
        assertThat(cell.removedBy(Role.REGISTRAR)).isEqualTo(1);

        ledger.fold(Targeting.of("a", "ha", "P", 0)
                .removedAfter(5)
                .ended(End.VOID, 6)
                .snapshot());

        assertThat(onlyCell(ledger).removedByOwn()).isZero();
        assertThat(onlyCell(ledger).removedBy(Role.HOST)).isEqualTo(1);
    }

    private void removed(String removalCase, @Nullable ActedBy actedBy) {
        var removed = Targeting.of(removalCase, "h" + removalCase, "P", 0)
                .removedAfter(5)
                .snapshot();
        ledger.fold(Events.like(removed, ContentKind.MEDIA, actedBy));
    }

    @Test
    void anEarlierTargetingThatArrivesLateTurnsTheOtherIntoARepeat() {
        ledger.fold(Targeting.of("b", "h1", "P", 10).snapshot());
        assertThat(onlyCell(ledger).repeats()).isZero();

        ledger.fold(Targeting.of("a", "h1", "P", 5).snapshot());

        assertThat(onlyCell(ledger).repeats()).isEqualTo(1);
    }

    @Test
    void aSecondRoleInTheSameCycleIsNoRepeatAndALaterCycleIsOne() {
        var first = Targeting.of("a", "h1", "P", 5);

        ledger.fold(first.snapshot());
        ledger.fold(Targeting.of("a", "h1", "P", 50).in(1, Role.CDN).snapshot());
        assertThat(repeats(ledger)).isZero();

        ledger.fold(Targeting.of("a", "h1", "P", 90).in(2, Role.HOST).snapshot());
        assertThat(repeats(ledger)).isEqualTo(1);
    }

    /** Two contents turn out to be one: their targetings come again under the survivor's token, in either order. */
    @Test
    void aTokenThatGaveWayCountsUnderTheOther() {
        var first = Targeting.of("a", "h1", "P", 5).snapshot();
        var second = Targeting.of("b", "h2", "P", 90).snapshot();
        ledger.fold(first);
        ledger.fold(second);
        assertThat(repeats(ledger)).isZero();
        assertThat(ledger.distinctContents()).containsExactly(Map.entry(HOST_P, new DistinctContents(2, 2, 0)));

        ledger.fold(named(first, "h3"));
        ledger.fold(named(second, "h3"));

        assertThat(onlyCell(ledger).targeted()).isEqualTo(2);
        assertThat(repeats(ledger)).isEqualTo(1);
        assertThat(ledger.distinctContents()).containsExactly(Map.entry(HOST_P, new DistinctContents(1, 1, 0)));
        var atOnce = new Ledger();
        atOnce.fold(named(second, "h3"));
        atOnce.fold(named(first, "h3"));
        assertThat(PackedCells.of(atOnce)).isEqualTo(PackedCells.of(ledger));
    }

    private static TargetingSnapshot named(TargetingSnapshot one, String token) {
        var json = (ObjectNode) EventJson.MAPPER.valueToTree(one);
        json.put("content_token", token).put("version", one.version() + 1);
        return EventJson.MAPPER.treeToValue(json, TargetingSnapshot.class);
    }

    @Test
    void leavesContentWithoutAHashOutOfRecidivism() {
        ledger.fold(Targeting.of("a", "x", "P", 5).withoutHash().snapshot());
        ledger.fold(Targeting.of("b", "x", "P", 9).withoutHash().snapshot());

        assertThat(onlyCell(ledger).identified()).isZero();
        assertThat(repeats(ledger)).isZero();
        assertThat(ledger.distinctContents()).containsExactly(Map.entry(HOST_P, new DistinctContents(2, 0, 0)));
    }

    @Test
    void aSightingAfterARemovalCountsThoughNobodyWasNotified() {
        ledger.fold(Targeting.of("a", "h1", "P", 0).removedAfter(5).snapshot());
        assertThat(sightedAgain(ledger)).isZero();

        ledger.fold(Events.aCase(
                "b", "P", Action.UNADDRESSABLE, false, Events.content("h1", Verification.VERIFIED, 20, 1)));

        assertThat(sightedAgain(ledger)).isEqualTo(1);
    }

    @Test
    void aCaseSightedBeforeTheRemovalIsNoSightingAgainThoughItsNoticeCameLater() {
        ledger.fold(Targeting.of("a", "h1", "P", 0).removedAfter(5).snapshot());
        ledger.fold(Targeting.of("b", "h1", "P", 9).snapshot());
        assertThat(sightedAgain(ledger)).isEqualTo(1);

        ledger.fold(Events.aCase("b", "Q", Action.NOTIFIED, false, Events.content("h1", Verification.VERIFIED, 1, 1)));

        assertThat(sightedAgain(ledger)).isZero();
    }

    @Test
    void theSameUrlComingBackIsASightingAgain() {
        ledger.fold(Events.aCase("a", "P", Action.NOTIFIED, false, Events.content("h1", Verification.VERIFIED, 0, 1)));
        ledger.fold(Targeting.of("a", "h1", "P", 1).removedAfter(5).snapshot());
        assertThat(sightedAgain(ledger)).isZero();

        ledger.fold(Events.presence("a", Presence.REAPPEARED, 6, 40.0));

        assertThat(sightedAgain(ledger)).isEqualTo(1);
    }

    @Test
    void aMergedProviderCountsForTheOneThatStandsForIt() {
        ledger.fold(Targeting.of("a", "h1", "P", 0).removedAfter(5).snapshot());
        ledger.fold(Targeting.of("b", "h1", "Q", 9).snapshot());

        ledger.merge(Events.id("Q"), Events.id("P"));

        assertThat(onlyCell(ledger).targeted()).isEqualTo(2);
        assertThat(repeats(ledger)).isEqualTo(1);
        assertThat(ledger.distinctContents()).containsExactly(Map.entry(HOST_P, new DistinctContents(1, 1, 1)));
    }

    @RepeatedTest(20)
    void holdsTheSameWhateverTheOrderTheRepeatsAndTheGaps(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var log = randomLog(random);
        var inOrder = new Ledger();
        log.forEach(step -> step.foldInto(inOrder));

        var otherwise = new ArrayList<>(withoutIntermediateVersions(log, random));
        otherwise.addAll(log.subList(0, log.size() / 2));
        Collections.shuffle(otherwise, random);
        var shuffled = new Ledger();
        for (var step : otherwise) {
            step.foldInto(shuffled);
            if (random.nextInt(10) == 0) {
                shuffled.cells();
            }
        }

        assertThat(shuffled.cells()).isEqualTo(inOrder.cells());
        assertThat(PackedCells.of(shuffled)).isEqualTo(PackedCells.of(inOrder));
        assertThat(shuffled.sums()).isEqualTo(inOrder.sums());
        assertThat(shuffled.distinctContents()).isEqualTo(inOrder.distinctContents());
        assertThat(repeats(inOrder)).isPositive();
    }

    /** Something that reaches the ledger: a version of a targeting, a case, what became of it, or a merge. */
    private record Step(int subject, boolean last, java.util.function.Consumer<Ledger> fold) {
        void foldInto(Ledger ledger) {
            fold.accept(ledger);
        }
    }

    private static List<Step> randomLog(Random random) {
        var log = new ArrayList<Step>();
        for (int i = 0; i < 120; i++) {
            var name = "case" + random.nextInt(60);
            var token = "h" + random.nextInt(25);
            var targeting = Targeting.of(name, token, "P" + random.nextInt(4), random.nextInt(300))
                    .in(1 + random.nextInt(2), random.nextBoolean() ? Role.HOST : Role.CDN);
            log.add(step(i, false, targeting.snapshot()));
            var next = targeting.notices(2);
            log.add(step(i, false, next.snapshot()));
            var end = switch (random.nextInt(5)) {
                case 0 -> next.ended(End.VOID, 400);
                case 1 -> next.ended(End.MOVED, 350);
                case 2 -> next.stage(Maturation.POSTPUBESCENT);
                default -> next.removedAfter(random.nextInt(100));
            };
            log.add(step(i, true, end.snapshot()));
        }
        for (int i = 0; i < 60; i++) {
            var content = Events.content("h" + random.nextInt(25), Verification.VERIFIED, random.nextInt(300), 1);
            var one = Events.aCase("case" + i, "P" + random.nextInt(4), Action.NOTIFIED, false, content);
            var presence = Events.presence("case" + i, Presence.REACHABLE, 100, 150.0 + random.nextInt(200));
            log.add(new Step(1000 + i, true, ledger -> ledger.fold(one)));
            log.add(new Step(2000 + i, true, ledger -> ledger.fold(presence)));
        }
        log.add(new Step(3000, true, ledger -> ledger.merge(Events.id("P3"), Events.id("P0"))));
        // One targeting id can be drawn twice with the same versions: the first one drawn stays.
        return distinctTargetings(log);
    }

    private static Step step(int subject, boolean last, TargetingSnapshot snapshot) {
        return new Step(subject, last, new FoldTargeting(snapshot));
    }

    private record FoldTargeting(TargetingSnapshot snapshot) implements java.util.function.Consumer<Ledger> {
        @Override
        public void accept(Ledger ledger) {
            ledger.fold(snapshot);
        }
    }

    private static List<Step> distinctTargetings(List<Step> log) {
        var owner = new java.util.HashMap<java.util.UUID, Integer>();
        return log.stream()
                .filter(step -> !(step.fold() instanceof FoldTargeting(var snapshot))
                        || owner.computeIfAbsent(snapshot.targetingId(), _ -> step.subject()) == step.subject())
                .toList();
    }

    private static List<Step> withoutIntermediateVersions(List<Step> log, Random random) {
        return log.stream().filter(step -> step.last() || random.nextBoolean()).toList();
    }

    private static Cell onlyCell(Ledger ledger) {
        assertThat(ledger.cells()).hasSize(1);
        return ledger.cells().values().iterator().next();
    }

    private static long repeats(Ledger ledger) {
        return ledger.cells().values().stream().mapToLong(Cell::repeats).sum();
    }

    private static long sightedAgain(Ledger ledger) {
        return ledger.distinctContents().values().stream()
                .mapToLong(DistinctContents::sightedAgain)
                .sum();
    }
}
