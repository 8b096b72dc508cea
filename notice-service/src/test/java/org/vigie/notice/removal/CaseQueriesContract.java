package org.vigie.notice.removal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
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
        var meets = List.of(
                new CaseFilter(null, null, null, host, null, null, null),
                new CaseFilter(CaseStatus.NOTIFIED, null, null, host, null, null, null),
                new CaseFilter(null, CasesContract.NEVER.plusSeconds(1), null, host, null, null, null),
                new CaseFilter(null, null, provider, host, null, null, null),
                new CaseFilter(null, null, null, host, received, null, null),
                new CaseFilter(null, null, null, host, null, null, List.of(known.caseId())));
        var doesNot = List.of(
                new CaseFilter(null, null, null, host + "-other", null, null, null),
                new CaseFilter(CaseStatus.RECEIVED, null, null, host, null, null, null),
                new CaseFilter(null, CasesContract.NEVER, null, host, null, null, null),
                new CaseFilter(null, null, UUID.randomUUID(), host, null, null, null),
                new CaseFilter(null, null, null, host, received.plusMillis(1), null, null),
                new CaseFilter(null, null, null, host, null, null, List.of(UUID.randomUUID())));

        assertThat(meets)
                .allSatisfy(filter -> assertThat(cases().page(filter, null, 10))
                        .extracting(RemovalCase::caseId)
                        .containsExactly(known.caseId()));
        assertThat(doesNot)
                .allSatisfy(filter -> assertThat(cases().page(filter, null, 10)).isEmpty());
    }
}
