package org.vigie.metrics.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.events.Role;
import org.vigie.events.availability.AvailabilitySnapshot;
import org.vigie.events.availability.Watermark;
import org.vigie.events.provider.ProviderSnapshot;
import org.vigie.events.removal.CaseSnapshot;
import org.vigie.events.removal.TargetingSnapshot;
import org.vigie.events.removal.TargetingSnapshot.Answer;
import org.vigie.events.removal.TargetingSnapshot.Answers;
import org.vigie.events.removal.TargetingSnapshot.Code;
import org.vigie.events.removal.TargetingSnapshot.Ground;
import org.vigie.metrics.ledger.AnswerCounts.Standing;
import org.vigie.metrics.ledger.Bookkeeping;
import org.vigie.metrics.ledger.Events;
import org.vigie.metrics.ledger.Events.Targeting;
import org.vigie.metrics.ledger.MemorySnapshots;
import org.vigie.metrics.provider.MemoryProviderCopies;
import org.vigie.metrics.provider.Providers;
import org.vigie.metrics.publication.Figure.Percentile;
import org.vigie.metrics.publication.Figure.Shown;
import org.vigie.metrics.publication.Publication.Period;
import org.vigie.metrics.publication.Publication.Purpose;
import org.vigie.metrics.removal.MeasureGroups;
import org.vigie.metrics.removal.MeasureProviders;
import org.vigie.metrics.volume.MeasureVolume;
import org.vigie.testing.MutableClock;

class PublishTests {

    private static final Period JANUARY = new Period(YearMonth.of(2026, 1), YearMonth.of(2026, 1));

    private final MutableClock clock = MutableClock.at("2026-07-01T00:00:00Z");
    private final Bookkeeping bookkeeping = new Bookkeeping(
            new MemorySnapshots<>(TargetingSnapshot::targetingId, TargetingSnapshot::version),
            new MemorySnapshots<>(CaseSnapshot::caseId, CaseSnapshot::version),
            new MemorySnapshots<>(AvailabilitySnapshot::caseId, AvailabilitySnapshot::version),
            new MemorySnapshots<>(Watermark::partition, Watermark::version),
            clock);
    private final Providers providers = new Providers(new MemoryProviderCopies(), bookkeeping);
    private final PublicationRules rules = new PublicationRules(
            Publisher.parse("Example hotline <contact@hotline.example>"), false, Duration.ofDays(90), 30, 10);
    private final Publish publish = publish(rules);

    private Publish publish(PublicationRules rules) {
        return new Publish(
                new MemoryPublications(),
                new FreezeFigures(
                        new MeasureProviders(bookkeeping, providers),
                        new MeasureGroups(bookkeeping, providers, new MeasureVolume(bookkeeping, providers)),
                        new MeasureVolume(bookkeeping, new Providers(new MemoryProviderCopies(), bookkeeping)),
                        rules),
                bookkeeping,
                () -> Map.of("targetings.v1/0", 98L),
                rules,
                clock);
    }

    @BeforeEach
    void countAJanuary() {
        count("P", 40, 5);
        count("S", 8, 5);
        count("A", 50, 5);
        providers.on(provider("P", null));
        providers.on(provider("A", "Counted in another way."));
        bookkeeping.watermarks(
                List.of(new Watermark(0, Instant.parse("2026-06-15T00:00:00Z").toEpochMilli())), 10);
    }

    @Test
    void freezesWhatMayBeShown() {
        var figures = prepare().figures();

        assertThat(figures.named()).extracting(Figures.Named::name).containsExactly("P");
        assertThat(figures.named().getFirst().figure().targeted()).isEqualTo(40);
        assertThat(figures.named().getFirst().figure().observedP50()).isEqualTo(new Percentile(Shown.DAYS, 2));
        assertThat(figures.named().getFirst().figure().open()).isNull();
        var beside = Objects.requireNonNull(figures.named().getFirst().figure().beside());
        assertThat(beside.removedBy()).isNull();
        assertThat(beside.receivedToVerified().p50()).isNull();
        assertThat(figures.categories()).extracting(Figures.Group::group).containsExactly("CSAM");
        assertThat(figures.countries()).extracting(Figures.Group::group).containsExactly("FR", "UNKNOWN");
        assertThat(figures.apart()).containsExactly(new Figures.Apart("A", "Counted in another way."));
        assertThat(figures.total().targeted()).isEqualTo(98);
        var unknown = figures.types().stream()
                .filter(group -> group.group().equals("UNKNOWN"))
                .findFirst()
                .orElseThrow();
        assertThat(unknown.figure().targeted()).isNull();
        assertThat(unknown.figure().observedP50().shown()).isEqualTo(Shown.HIDDEN);
        assertThat(unknown.curve()).isEmpty();
    }

    @Test
    void freezesWhatWasAnsweredWhereThatIsKnown() {
        answered("P", 40, 25);
        answered("A", 50, 12);

        var figures = prepare().figures();

        var known = Objects.requireNonNull(
                beside(figures.named().getFirst().figure()).acknowledged());
        assertThat(known.rate()).isEqualTo(25 / 40.0);
        assertThat(known.p50()).isEqualTo(2);
        assertThat(known.p90()).isEqualTo(2);
        assertThat(known.complaintRate()).isZero();
        assertThat(known.outcomes()).containsEntry(Code.ACTIONED, 25 / 40.0).containsEntry(Code.REFUSED, 0.0);
        assertThat(known.disputes().get(Ground.AGE)).containsEntry(Standing.UPHELD, 0L);
        assertThat(figures.types())
                .filteredOn(group -> group.group().equals("UNKNOWN"))
                .extracting(group -> beside(group.figure()).acknowledged())
                .containsOnlyNulls();
    }

    /** What is not shown of A could be told from P and the type of both. */
    @Test
    void showsNoAnswersThatGiveAwayAFew() {
        answered("P", 40, 25);
        answered("A", 50, 3);

        var figures = prepare().figures();

        var named = beside(figures.named().getFirst().figure()).acknowledged();
        var both = figures.types().stream()
                .filter(group -> group.group().equals("HOST"))
                .findFirst()
                .map(group -> beside(group.figure()).acknowledged())
                .orElseThrow();
        assertThat(Stream.of(named, both).filter(Objects::nonNull).map(Acknowledged::rate))
                .hasSize(2)
                .containsNull();
    }

    @Test
    void staysAsItWasWhateverComesLater() {
        var before = prepare();
        publish.approve(JANUARY.name(), 1, "two");

        count("P", 60, 7);

        assertThat(publish.approved().getFirst().figures()).isEqualTo(before.figures());
        assertThat(prepare().version()).isEqualTo(2);
        assertThat(publish.approved()).hasSize(1);
    }

    @Test
    void needsASecondPerson() {
        prepare();

        assertThat(publish.approved()).isEmpty();
        assertThatThrownBy(() -> publish.approve(JANUARY.name(), 1, " ONE ")).isInstanceOf(PublicationRefused.class);
        assertThat(publish.approve(JANUARY.name(), 1, "two")).isPresent();
        assertThat(publish.approve(JANUARY.name(), 1, "two")).isPresent();
        assertThatThrownBy(() -> publish.approve(JANUARY.name(), 1, "three")).isInstanceOf(PublicationRefused.class);
        assertThat(publish.approve(JANUARY.name(), 9, "two")).isEmpty();
    }

    @Test
    void waitsUntilSlowRemovalsAreSeen() {
        var april = new Period(YearMonth.of(2026, 4), YearMonth.of(2026, 4));

        assertThatThrownBy(() -> publish.prepare(april, null, List.of(), "one"))
                .isInstanceOf(PublicationRefused.class)
                .hasMessageContaining("90 days");
        assertThatThrownBy(() -> publish.prepare(JANUARY, clock.instant(), List.of(), "one"))
                .isInstanceOf(PublicationRefused.class);
    }

    @Test
    void refusesAPeriodThatSharesSomeMonthsWithAnother() {
        prepare();

        assertThatThrownBy(() -> publish.prepare(
                        new Period(YearMonth.of(2026, 1), YearMonth.of(2026, 2)), null, List.of(), "one"))
                .isInstanceOf(PublicationRefused.class)
                .hasMessageContaining("subtraction");
    }

    @Test
    void freezesNothingWhilePublisherIsNotSet() {
        assertThatThrownBy(() -> publish(new PublicationRules(null, false, Duration.ofDays(90), 30, 10))
                        .prepare(JANUARY, null, List.of(), "one"))
                .isInstanceOf(PublicationRefused.class)
                .hasMessageContaining("VIGIE_PUBLISHER");
    }

    @Test
    void freezesAnyPeriodForATrialAndSaysSo() {
        var july = new Period(YearMonth.of(2026, 7), YearMonth.of(2026, 7));

        var trial = publish(new PublicationRules(rules.publisher(), true, Duration.ofDays(90), 30, 10))
                .prepare(july, null, List.of(), "one");

        assertThat(trial.purpose()).isEqualTo(Purpose.TRIAL);
        assertThat(prepare().purpose()).isEqualTo(Purpose.PUBLIC);
    }

    private Publication prepare() {
        return publish.prepare(JANUARY, null, List.of(), "one");
    }

    private void count(String provider, int targetings, int open) {
        bookkeeping.targetings(IntStream.range(0, targetings)
                .mapToObj(i -> {
                    var targeting = Targeting.of(provider + i, provider + "-h" + i, provider, 10);
                    return (i < open ? targeting : targeting.removedAfter(3 + i)).snapshot();
                })
                .toList());
    }

    private void answered(String provider, int targetings, int answered) {
        bookkeeping.targetings(IntStream.range(0, targetings)
                .mapToObj(i -> {
                    var targeting = Targeting.of(provider + i, provider + "-h" + i, provider, 10)
                            .removedAfter(3 + i)
                            .notices(1);
                    var answer = new Answer(Code.ACTIONED, true, Events.at(12));
                    return Events.answered(
                            targeting.snapshot(),
                            new Answers(i < answered ? List.of(answer) : List.of(), 0, List.of()));
                })
                .toList());
    }

    private static Beside beside(Figure figure) {
        return Objects.requireNonNull(figure.beside());
    }

    private static ProviderSnapshot provider(String id, @Nullable String apart) {
        return new ProviderSnapshot(
                Events.id(id), 1, id, null, Role.HOST, "FR", null, null, null, false, apart, List.of());
    }
}
