package org.vigie.metrics.removal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.vigie.events.Maturation;
import org.vigie.events.Role;
import org.vigie.events.Verification;
import org.vigie.events.availability.AvailabilitySnapshot;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.events.availability.Watermark;
import org.vigie.events.provider.ProviderSnapshot;
import org.vigie.events.removal.CaseSnapshot;
import org.vigie.events.removal.CaseSnapshot.Action;
import org.vigie.events.removal.TargetingSnapshot;
import org.vigie.events.removal.TargetingSnapshot.End;
import org.vigie.metrics.ledger.Addressed;
import org.vigie.metrics.ledger.Bookkeeping;
import org.vigie.metrics.ledger.Events;
import org.vigie.metrics.ledger.Events.Targeting;
import org.vigie.metrics.ledger.MemorySnapshots;
import org.vigie.metrics.ledger.Selection;
import org.vigie.metrics.provider.MemoryProviderCopies;
import org.vigie.metrics.provider.Providers;
import org.vigie.metrics.statistics.Share;
import org.vigie.metrics.volume.CaseFigures;
import org.vigie.metrics.volume.Delays;
import org.vigie.metrics.volume.MeasureVolume;
import org.vigie.testing.MutableClock;

class MeasureGroupsTests {

    private final Bookkeeping bookkeeping = new Bookkeeping(
            new MemorySnapshots<>(TargetingSnapshot::targetingId, TargetingSnapshot::version),
            new MemorySnapshots<>(CaseSnapshot::caseId, CaseSnapshot::version),
            new MemorySnapshots<>(AvailabilitySnapshot::caseId, AvailabilitySnapshot::version),
            new MemorySnapshots<>(Watermark::partition, Watermark::version),
            MutableClock.at("2027-06-01T00:00:00Z"));
    private final Providers providers = new Providers(new MemoryProviderCopies(), bookkeeping);
    private final MeasureGroups measureGroups =
            new MeasureGroups(bookkeeping, providers, new MeasureVolume(bookkeeping, providers));
    private final MeasureProviders measureProviders = new MeasureProviders(bookkeeping, providers);

    @Test
    void countsACaseOnceHoweverManyWereWrittenTo() {
        count(
                Targeting.of("a", "h1", "P", 10).removedAfter(100),
                Targeting.of("a", "h1", "Q", 80).in(1, Role.CDN).removedAfter(30),
                Targeting.of("b", "h2", "P", 10));
        checkedUpTo(500);

        var total = only(Grouping.TOTAL, Selection.EVERYTHING);

        assertThat(total.cell().targeted()).isEqualTo(2);
        assertThat(total.report().removed().percentile(50)).hasValue(100);
        assertThat(total.report().oldestOpen()).hasValue(490);
        var targetings = measureProviders.table(Selection.EVERYTHING).rows().stream()
                .mapToLong(row -> row.indicators().cell().targeted())
                .sum();
        assertThat(targetings - total.cell().targeted()).isEqualTo(1);
    }

    @Test
    void asksThePresenceHowItEndedWhereEverybodyWhoWasToldIsGone() {
        count(
                Targeting.of("a", "h1", "P", 10).ended(End.MOVED, 20),
                Targeting.of("b", "h2", "P", 10).ended(End.MOVED, 20));
        bookkeeping.availability(List.of(Events.presence("a", Presence.DOWN, 60, null)));
        checkedUpTo(100);

        var total = only(Grouping.TOTAL, Selection.EVERYTHING);

        assertThat(total.report().removed().percentile(50)).hasValue(50);
        assertThat(total.report().openFor().total()).isEqualTo(1);
        assertThat(total.report().moved().total()).isZero();
    }

    @Test
    void groupsByStageTypeCountryAndMonth() {
        providers.on(provider("P", Role.HOST, "FR"));
        count(
                Targeting.of("a", "h1", "P", 10).stage(Maturation.POSTPUBESCENT),
                Targeting.of("b", "h2", "P", 10),
                Targeting.of("c", "h3", "P", 24 * 40),
                Targeting.of("d", "h4", "Q", 24 * 40));

        assertThat(groups(Grouping.STAGE)).containsExactly("PREPUBESCENT", "POSTPUBESCENT");
        assertThat(groups(Grouping.TYPE)).containsExactly("HOST", "UNKNOWN");
        assertThat(groups(Grouping.COUNTRY)).containsExactly("FR", "UNKNOWN");
        assertThat(groups(Grouping.MONTH)).containsExactly("2026-01", "2026-02");
        assertThat(groups(Grouping.CATEGORY)).containsExactly("CSAM");
    }

    @Test
    void knowsNothingThatHappenedLaterThanAsked() {
        count(
                Targeting.of("a", "h1", "P", 0).removedAfter(50),
                Targeting.of("b", "h1", "P", 100).removedAfter(10),
                Targeting.of("c", "h2", "P", 10).removedAfter(5));
        checkedUpTo(1000);

        var then = provider(asOf(40));

        assertThat(then.cell().targeted()).isEqualTo(2);
        assertThat(then.report().removed().total()).isEqualTo(1);
        assertThat(then.report().oldestOpen()).hasValue(40);
        assertThat(then.recidivismB().part()).isZero();
        assertThat(provider(asOf(5000)).recidivismB().part()).isEqualTo(1);
    }

    @Test
    void choosesAPeriodByTheFirstHandover() {
        count(Targeting.of("a", "h1", "P", 0), Targeting.of("b", "h1", "P", 50), Targeting.of("c", "h2", "P", 60));

        var chosen = new Selection(null, null, null, null, null, null, null, instant(50), instant(60), null);

        assertThat(provider(chosen).cell().targeted()).isEqualTo(1);
        assertThat(provider(chosen).recidivismA().part()).isEqualTo(1);
    }

    @RepeatedTest(10)
    void goingThroughTheTargetingsGivesWhatTheCellsGive(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        bookkeeping.cases(IntStream.range(0, 30)
                .mapToObj(i -> Events.aCase(
                        "case" + i,
                        "P" + random.nextInt(3),
                        Action.NOTIFIED,
                        false,
                        Events.content("h" + random.nextInt(9), Verification.VERIFIED, random.nextInt(200), 1)))
                .toList());
        for (int i = 0; i < 150; i++) {
            var targeting = Targeting.of(
                    "case" + random.nextInt(30), "h" + random.nextInt(9), "P" + random.nextInt(3), random.nextInt(300));
            count(random.nextBoolean() ? targeting : targeting.removedAfter(random.nextInt(90)));
        }
        checkedUpTo(700);
        // A start before everything chooses everything and is not the table's own question.
        var everything = new Selection(null, null, null, null, null, null, null, instant(-1), null, null);

        var fromCells = measureProviders.table(Selection.EVERYTHING);

        assertThat(measureProviders.table(everything)).isEqualTo(fromCells);
    }

    @Test
    void countsOwnDelayAndWhatCameBackInEveryRowItsCaseIsIn() {
        bookkeeping.cases(List.of(waited("a", 2, 5), waited("b", 10, 30), waited("c", 1, 1)));
        count(
                Targeting.of("a", "h1", "P", 5).removedAfter(10),
                Targeting.of("a", "h2", "P", 5).removedAfter(10),
                Targeting.of("b", "h3", "P", 30).removedAfter(20),
                Targeting.of("b", "h3", "Q", 35).in(1, Role.CDN),
                Targeting.of("c", "h4", "Q", 1).removedAfter(1).ended(End.VOID, 2));
        bookkeeping.availability(List.of(
                Events.presence("a", Presence.REAPPEARED, 15, 15.0 + 24 * 29),
                Events.presence("b", Presence.REAPPEARED, 50, 50.0 + 24 * 31)));
        checkedUpTo(24 * 100);

        var byProvider = measureProviders.caseFigures(Selection.EVERYTHING);
        var atP = byProvider.of(new Addressed(Events.id("P"), Role.HOST));

        assertThat(atP.ownDelay().receivedToVerified()).isEqualTo(new Delays.Spread(2, 2, 10));
        assertThat(atP.ownDelay().verifiedToHandover()).isEqualTo(new Delays.Spread(2, 3, 20));
        assertThat(atP.reappearance().within30Days()).isEqualTo(new Share(1, 2));
        assertThat(atP.reappearance().within180Days()).isEqualTo(new Share(0, 0));
        var atQ = byProvider.of(new Addressed(Events.id("Q"), Role.CDN));
        assertThat(atQ.ownDelay().receivedToVerified()).isEqualTo(new Delays.Spread(1, 10, 10));
        assertThat(atQ.reappearance().within30Days()).isEqualTo(new Share(0, 0));
        assertThat(byProvider.of(new Addressed(Events.id("Q"), Role.HOST))).isEqualTo(CaseFigures.NONE);

        var total =
                measureGroups.caseFigures(Grouping.TOTAL, Selection.EVERYTHING).of(MeasureGroups.ALL);
        assertThat(total.ownDelay().receivedToVerified().n()).isEqualTo(2);
        assertThat(total.reappearance().within30Days()).isEqualTo(new Share(1, 2));
        // With nothing chosen, cases that no notice named are in it as well.
        assertThat(measureGroups
                        .delays(Selection.EVERYTHING)
                        .receivedToVerified()
                        .n())
                .isEqualTo(3);
        assertThat(measureGroups.delays(asOf(20)).receivedToVerified()).isEqualTo(new Delays.Spread(1, 2, 2));
    }

    private static CaseSnapshot waited(String name, double verified, double handover) {
        var plain = Events.aCase(name, "P", Action.NOTIFIED, false);
        return new CaseSnapshot(
                plain.caseId(),
                plain.version(),
                plain.cycle(),
                plain.action(),
                plain.level(),
                plain.locator(),
                plain.hostKind(),
                plain.contents(),
                plain.reports(),
                plain.held(),
                plain.probingAllowed(),
                plain.heldMs(),
                plain.receivedAt(),
                Events.at(verified),
                Events.at(handover),
                plain.checkBlockedMs(),
                plain.chainVersion(),
                plain.hostProvider(),
                plain.addressee(),
                plain.probeRule(),
                plain.unaddressable(),
                plain.wants(),
                null);
    }

    private static Selection asOf(double hour) {
        return new Selection(null, null, null, null, null, null, null, null, null, instant(hour));
    }

    private static Instant instant(double hour) {
        return Instant.ofEpochMilli(Events.at(hour));
    }

    private RemovalIndicators provider(Selection selection) {
        return measureProviders.table(selection).rows().getFirst().indicators();
    }

    private RemovalIndicators only(Grouping grouping, Selection selection) {
        var rows = measureGroups.table(grouping, selection).rows();
        assertThat(rows).hasSize(1);
        return rows.getFirst().indicators();
    }

    private List<String> groups(Grouping grouping) {
        return measureGroups.table(grouping, Selection.EVERYTHING).rows().stream()
                .map(GroupTable.Row::group)
                .toList();
    }

    private void count(Targeting... these) {
        bookkeeping.targetings(Stream.of(these).map(Targeting::snapshot).toList());
    }

    private void checkedUpTo(double hour) {
        bookkeeping.watermarks(List.of(new Watermark(0, Events.at(hour))), 10);
    }

    private static ProviderSnapshot provider(String id, Role type, @Nullable String country) {
        return new ProviderSnapshot(
                Events.id(id), 1, id, null, type, country, null, null, null, false, null, List.of());
    }
}
