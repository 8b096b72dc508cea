package org.vigie.notice.removal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vigie.notice.message.NoticeKind;

/** What every {@link Cases} finds. */
interface CaseQueriesContract {

    Cases cases();

    @Test
    default void findsThoseOfAHostBeforeTheirFirstNotice() {
        var routed = cases().save(CasesContract.alone(CaseExamples.routed())).orElseThrow();
        var notified =
                cases().save(CasesContract.alone(CaseExamples.notified())).orElseThrow();
        var host = routed.tokens().host();

        assertThat(cases().beforeFirstNotice(host, 10))
                .extracting(RemovalCase::caseId)
                .containsExactly(routed.caseId());
        assertThat(cases().beforeFirstNotice(notified.tokens().host(), 10)).isEmpty();

        var asked = new PendingNotice(
                UUID.randomUUID(),
                NoticeKind.FIRST,
                CaseExamples.HOST,
                UUID.randomUUID(),
                true,
                CaseExamples.START,
                null,
                null);
        cases().save(routed.byNotices().ask(asked));
        assertThat(cases().beforeFirstNotice(host, 10)).as("it asks for one").isEmpty();
    }

    @Test
    default void findsThoseOfWhichAProviderWasToldTheLatestFirst() {
        var token = UUID.randomUUID().toString();
        var provider = new Addressee(UUID.randomUUID(), CaseExamples.HOST.role());
        var told = Stream.of(2, 0, 1)
                .map(hours -> told(token, provider, CaseExamples.START.plus(Duration.ofHours(hours))))
                .sorted(Comparator.comparing(
                                (RemovalCase known) -> known.pursuit().firstHandoverAt())
                        .reversed())
                .map(RemovalCase::caseId)
                .toList();

        assertThat(cases().signalledTo(provider.providerId(), List.of(token), 10))
                .extracting(RemovalCase::caseId)
                .isEqualTo(told);
        assertThat(cases().signalledTo(provider.providerId(), List.of(token), 2))
                .extracting(RemovalCase::caseId)
                .isEqualTo(told.subList(0, 2));
    }

    private RemovalCase told(String token, Addressee provider, Instant at) {
        var unit = CaseExamples.unitOf(token, List.of(token), CaseExamples.START);
        var routed = CasesContract.alone(CaseExamples.opened())
                .byReports()
                .sighted(CaseExamples.sightingOf(unit))
                .byChain()
                .routed(CaseExamples.route(1, provider), CaseExamples.START);
        var handover = CaseExamples.handover(token, NoticeKind.FIRST, provider, routed, at);
        return cases().save(routed.byNotices().accepted(handover).due(CasesContract.NEVER))
                .orElseThrow();
    }

    @Test
    default void findsThoseThatNobodyWasRemindedOf() {
        var notified =
                cases().save(CasesContract.alone(CaseExamples.notified())).orElseThrow();
        var last = notified.pursuit().lastHandoverAt().orElseThrow();

        assertThat(cases().notRemindedSince(last.plusMillis(1), 10_000))
                .extracting(RemovalCase::caseId)
                .contains(notified.caseId());
        assertThat(cases().notRemindedSince(last, 10_000))
                .extracting(RemovalCase::caseId)
                .doesNotContain(notified.caseId());
    }

    @Test
    default void findsThoseForWhichNoNoticeCanBeWritten() {
        var stuck = cases().save(CasesContract.alone(CaseExamples.verified()
                        .byChain()
                        .unaddressable(
                                CaseExamples.route(1, null),
                                CaseStage.Unaddressable.NO_WRITABLE_CONTACT,
                                CaseExamples.START)))
                .orElseThrow();
        var other =
                cases().save(CasesContract.alone(CaseExamples.unaddressable())).orElseThrow();

        assertThat(cases().unwritable(10_000)).contains(stuck.caseId()).doesNotContain(other.caseId());
    }

    @Test
    default void pagesThroughThoseOnlyThatMeetTheFilter() {
        var known = cases().save(CasesContract.alone(CaseExamples.notified())).orElseThrow();
        var host = known.tokens().host();
        var provider = CaseExamples.HOST.providerId();
        var received = known.evidence().receivedAt();
        var ofHost = CaseFilter.ALL.ofHost(host);
        var meets = List.of(
                ofHost,
                ofHost.in(CaseStatus.NOTIFIED),
                ofHost.stuckBefore(CasesContract.NEVER.plusSeconds(1)),
                ofHost.at(provider),
                ofHost.receivedSince(received),
                ofHost.changedSince(Instant.EPOCH),
                ofHost.among(List.of(known.caseId())));
        var doesNot = List.of(
                CaseFilter.ALL.ofHost(host + "-other"),
                ofHost.in(CaseStatus.RECEIVED),
                ofHost.stuckBefore(CasesContract.NEVER),
                ofHost.at(UUID.randomUUID()),
                ofHost.receivedSince(received.plusMillis(1)),
                ofHost.changedSince(CasesContract.NEVER),
                ofHost.among(List.of(UUID.randomUUID())));

        assertThat(meets)
                .allSatisfy(filter -> assertThat(cases().page(filter, null, 10))
                        .extracting(RemovalCase::caseId)
                        .containsExactly(known.caseId()));
        assertThat(doesNot)
                .allSatisfy(filter -> assertThat(cases().page(filter, null, 10)).isEmpty());
    }
}
