package org.vigie.notice.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.removal.CaseExamples.START;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.events.Verification;
import org.vigie.notice.message.NoticeKind;
import org.vigie.testing.Race;

/** What every {@link Cases} promises. */
public interface CasesContract extends CaseQueriesContract {

    /** Beyond every other test's time, so that nobody takes the case up. */
    Instant NEVER = START.plus(Duration.ofDays(20_000));

    static Stream<RemovalCase> everyState() {
        return Stream.of(
                CaseExamples.received(),
                CaseExamples.verified(),
                CaseExamples.rejected(),
                CaseExamples.routed(),
                CaseExamples.unaddressable(),
                CaseExamples.notified(),
                CaseExamples.notified()
                        .byReports()
                        .classified(CaseExamples.decision("no", null, Verification.NOT_ILLEGAL, CaseExamples.LATER)),
                CaseExamples.exhausted(),
                CaseExamples.retracted());
    }

    @ParameterizedTest
    @MethodSource("org.vigie.notice.removal.CasesContract#everyState")
    default void returnsWhatItStored(RemovalCase example) {
        var stored = cases().save(alone(example)).orElseThrow();

        assertThat(cases().find(stored.caseId())).contains(stored);
        assertThat(cases().withUrl(stored.tokens().url())).contains(stored.caseId());
        assertThat(stored.stage()).isEqualTo(example.stage());
        assertThat(stored.outcome().targetings()).isEqualTo(example.outcome().targetings());
    }

    @Test
    default void refusesToOverwriteANewerVersion() {
        var first = cases().save(alone(CaseExamples.received())).orElseThrow();
        cases().save(first.due(NEVER.plusSeconds(1)));

        assertThat(cases().save(first)).isEmpty();
    }

    @Test
    default void refusesASecondCaseOfOneUrl() {
        var first = cases().save(alone(CaseExamples.received())).orElseThrow();
        var second = RemovalCase.opened(
                UUID.randomUUID(), first.tokens(), first.evidence().place(), START);

        assertThat(cases().save(second)).isEmpty();
    }

    @Test
    default void tellsWhenEachCaseIsDue() {
        var due = cases().save(alone(CaseExamples.received())).orElseThrow();
        var waiting = cases().save(alone(CaseExamples.received()).due(null)).orElseThrow();

        assertThat(cases().due()).containsEntry(due.caseId(), NEVER).doesNotContainKey(waiting.caseId());
    }

    @Test
    default void tellsWhetherAWishWaits() {
        var item = UUID.randomUUID();
        var asked = new PendingNotice(
                item, NoticeKind.FIRST, CaseExamples.HOST, UUID.randomUUID(), true, START, null, null);
        var waits = cases().save(alone(CaseExamples.routed()).byNotices().ask(asked))
                .orElseThrow();
        assertThat(cases().waitsToBeGathered(waits.caseId(), item)).isTrue();
        assertThat(cases().waitsToBeGathered(waits.caseId(), UUID.randomUUID())).isFalse();
        assertThat(cases().waitsToBeGathered(UUID.randomUUID(), item)).isFalse();

        cases().save(waits.byNotices().takenBy(UUID.randomUUID(), item).orElseThrow());
        assertThat(cases().waitsToBeGathered(waits.caseId(), item)).isFalse();
    }

    @Test
    default void findsThoseThatWaitForAProviderOrWriteToIt() {
        var provider = UUID.randomUUID();
        var waits = cases().save(alone(CaseExamples.verified()).wants(Wants.NOTHING.copyOf(provider)))
                .orElseThrow();
        cases().save(alone(CaseExamples.verified()));
        var writes = cases().save(alone(CaseExamples.verified())
                        .byChain()
                        .routed(CaseExamples.route(1, new Addressee(provider, CaseExamples.HOST.role())), START)
                        .due(NEVER))
                .orElseThrow();

        assertThat(cases().waitingFor(provider)).containsExactly(waits.caseId());
        assertThat(cases().writingTo(provider)).containsExactly(writes.caseId());
    }

    @Test
    default void findsCasesOfTheSameContentAndWhoWasToldOfIt() {
        var token = UUID.randomUUID().toString();
        var provider = new Addressee(UUID.randomUUID(), CaseExamples.HOST.role());
        var unit = CaseExamples.unitOf(token, List.of(token, token + "-md5"), START);
        var found = alone(CaseExamples.opened()).byReports().sighted(CaseExamples.sightingOf(unit));
        var routed = found.byChain().routed(CaseExamples.route(1, provider), START);
        var told = routed.byNotices().accepted(CaseExamples.handover(token, NoticeKind.FIRST, provider, routed, START));
        var other = alone(CaseExamples.opened()).byReports().sighted(CaseExamples.sightingOf(unit));
        cases().save(told.due(NEVER));
        cases().save(other.due(NEVER));

        assertThat(cases().withContent(List.of(token + "-md5"), 10))
                .containsExactlyInAnyOrder(told.caseId(), other.caseId());
        assertThat(cases().withContent(List.of(token), 1)).hasSize(1);
        assertThat(cases().signalledTo(provider.providerId(), List.of(token), 10))
                .extracting(RemovalCase::caseId)
                .containsExactly(told.caseId());
        assertThat(cases().signalledTo(UUID.randomUUID(), List.of(token), 10)).isEmpty();
    }

    @Test
    default void pagesThroughEveryCaseOnceInOrder() {
        var saved = List.of(
                cases().save(alone(CaseExamples.received())).orElseThrow().caseId(),
                cases().save(alone(CaseExamples.received())).orElseThrow().caseId(),
                cases().save(alone(CaseExamples.received())).orElseThrow().caseId());

        var seen = new ArrayList<UUID>();
        @Nullable UUID after = null; // before the first
        while (true) {
            var page = cases().page(CaseFilter.ALL, after, 2);
            page.forEach(known -> seen.add(known.caseId()));
            if (page.size() < 2) {
                break;
            }
            after = page.getLast().caseId();
        }

        assertThat(seen).doesNotHaveDuplicates().containsAll(saved);
        assertThat(seen.stream().map(UUID::toString).toList()).isSorted();
    }

    @Test
    default void ofManyWhoStoreAtOnceOneWins() {
        var first = cases().save(alone(CaseExamples.received())).orElseThrow();

        var stored = Race.of(8, at -> cases().save(first.due(NEVER.plusSeconds(at))));

        assertThat(stored).hasSize(1);
        assertThat(cases().find(first.caseId())).contains(stored.getFirst());
    }

    @Test
    default void tellsHowFarCasesCameThatChangedLately() {
        var verified = cases().save(alone(CaseExamples.verified())).orElseThrow();
        var notified = cases().save(alone(CaseExamples.notified())).orElseThrow();

        assertThat(cases().changedBetween(Instant.EPOCH, NEVER)).contains(milestones(verified), milestones(notified));
        assertThat(cases().changedBetween(NEVER, NEVER.plusSeconds(1))).isEmpty();
        assertThat(cases().changedBetween(Instant.EPOCH, Instant.EPOCH.plusSeconds(1)))
                .isEmpty();
    }

    private static Milestones milestones(RemovalCase known) {
        return new Milestones(
                known.caseId(),
                known.evidence().receivedAt(),
                known.evidence().verifiedAt(),
                known.pursuit().firstHandoverAt());
    }

    @Test
    default void countsByWhatIsShown() {
        var before = cases().counts().getOrDefault(CaseStatus.EXHAUSTED, 0L);

        cases().save(alone(CaseExamples.exhausted()));

        assertThat(cases().counts()).containsEntry(CaseStatus.EXHAUSTED, before + 1);
    }

    /** The same case under an id and a URL of its own. */
    static RemovalCase alone(RemovalCase like) {
        var own = CaseExamples.opened(UUID.randomUUID().toString());
        return new RemovalCase(
                own.caseId(),
                own.tokens(),
                new Evidence(
                        own.evidence().place(),
                        like.contents(),
                        like.evidence().sightings(),
                        like.evidence().receivedAt(),
                        like.evidence().lastSightingAt(),
                        like.evidence().verifiedAt()),
                like.holds(),
                like.pursuit(),
                like.outcome(),
                like.steering(),
                like.waiting().until(NEVER),
                like.history(),
                null);
    }
}
