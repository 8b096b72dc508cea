package org.vigie.notice.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vigie.events.Role;
import org.vigie.events.Topics;
import org.vigie.events.Verification;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.events.provider.ChainSnapshot.Approval;
import org.vigie.events.provider.ProviderSnapshot;
import org.vigie.notice.delivery.DeliveryResult;
import org.vigie.notice.dispatch.FindWaits;
import org.vigie.notice.dispatch.Notice;
import org.vigie.notice.dispatch.NoticeState.Sent;
import org.vigie.notice.dispatch.NoticeState.Uncertain;
import org.vigie.notice.dispatch.NoticeState.Unresolved;
import org.vigie.notice.dispatch.Notices;
import org.vigie.notice.dispatch.SendNotice;
import org.vigie.notice.oversight.Classify;
import org.vigie.notice.oversight.Stop;
import org.vigie.notice.oversight.Stops;
import org.vigie.notice.removal.CaseExamples;
import org.vigie.notice.report.ApplyReport;
import org.vigie.notice.report.Reports;
import org.vigie.notice.report.Scope;
import org.vigie.notice.task.Task;
import org.vigie.notice.task.TaskKind;
import org.vigie.notice.task.Tasks;
import org.vigie.support.seal.Keysets;
import org.vigie.testing.MutableClock;

/** Nothing leaves while a person, or a dry run, says so: not at the last moment either, and not once more. */
class StoppedSendingTests {

    @Test
    void aStopInTheMomentOfTheHandOverHolds() {
        var service = new InMemoryService();
        var stops = service.get(Stops.class);
        var mail = service.get(SlowMail.class);
        var noticeId = written(service);
        var stop =
                new Stop(false, Set.of(CaseExamples.HOST.providerId()), "one", "wrong provider", CaseExamples.START, 1);

        mail.before(() -> stops.save(stop));
        service.get(SendNotice.class).send(noticeId);
        service.get(SendNotice.class).send(noticeId);
        assertThat(mail.delivered()).isZero();

        stops.save(new Stop(false, Set.of(), "one", "right after all", CaseExamples.START, 2));
        service.get(SendNotice.class).send(noticeId);

        assertThat(mail.delivered()).isEqualTo(1);
        assertThat(notice(service, noticeId).state()).isInstanceOf(Sent.class);
    }

    /** A merger after the stop gives a stopped provider's objects and contacts to another one. */
    @Test
    void aStopHoldsForWhoeverTookTheStoppedProvidersPlace() {
        var service = new InMemoryService();
        var noticeId = written(service);
        var merged = UUID.randomUUID();
        var between = UUID.randomUUID();
        mergeInto(service, merged, between);
        mergeInto(service, between, CaseExamples.HOST.providerId());

        service.get(Stops.class)
                .save(new Stop(false, Set.of(merged), "one", "in dispute with them", CaseExamples.START, 1));
        service.get(SendNotice.class).send(noticeId);

        assertThat(service.get(SlowMail.class).delivered()).isZero();
        assertThat(service.get(FindWaits.class)
                        .of(notice(service, noticeId))
                        .orElseThrow()
                        .code())
                .isEqualTo("PROVIDER_STOPPED");
    }

    @Test
    void aDryRunSendsNoUncertainNoticeOnceMore() {
        var service = new InMemoryService(Map.of("vigie.sending.dry-run", "true"));
        var noticeId = written(service);
        var now = service.get(MutableClock.class).instant();
        var uncertain = OutgoingMail.in(notice(service, noticeId), new Uncertain(now, now, 1));
        service.get(Notices.class).save(uncertain);

        service.get(SendNotice.class).send(noticeId);

        assertThat(service.get(SlowMail.class).delivered()).isZero();
        assertThat(notice(service, noticeId).state()).isEqualTo(uncertain.state());
    }

    /** It says the same for good, and must not ask for what is not illegal. */
    @Test
    void anUncertainNoticeIsNotSentOnceMoreIfItNamesWhatIsNotIllegal() {
        var service = new InMemoryService();
        var noticeId = written(service, "a", "b");
        var clock = service.get(MutableClock.class);
        service.get(SlowMail.class).answers(new DeliveryResult.Uncertain());
        service.get(SendNotice.class).send(noticeId);
        var item = notice(service, noticeId).items().getFirst();

        clock.advance(Duration.ofMinutes(1));
        var decision =
                CaseExamples.decisionOn("no", item.contents().getFirst(), Verification.NOT_ILLEGAL, clock.instant());
        service.get(Classify.class).decide(item.caseId(), decision);
        clock.advance(Duration.ofDays(1));
        service.get(SendNotice.class).send(noticeId);

        assertThat(item.contents()).hasSize(2);
        assertThat(service.get(SlowMail.class).delivered()).isEqualTo(1);
        assertThat(notice(service, noticeId).state()).isInstanceOf(Unresolved.class);
        assertThat(service.get(Tasks.class).openOf(item.caseId()))
                .extracting(Task::kind)
                .contains(TaskKind.UNCERTAIN_SEND);
    }

    private static void mergeInto(InMemoryService service, UUID provider, UUID survivor) {
        var snapshot = new ProviderSnapshot(
                provider, 1, "Old", null, Role.HOST, null, null, null, survivor, false, null, List.of());
        service.deliver(CaseRecords.Arrival.of(Topics.PROVIDERS, provider, snapshot));
    }

    private static Notice notice(InMemoryService service, UUID noticeId) {
        return service.get(Notices.class).find(noticeId).orElseThrow();
    }

    private static UUID written(InMemoryService service) {
        return written(service, "a");
    }

    /** The first notice of a case, written and not sent. */
    static UUID written(InMemoryService service, String... contents) {
        CaseRecords.providers().forEach(service::deliver);
        var records = new CaseRecords(service.get(Keysets.class).inboundSeal());
        var work = service.get(DueWork.class);
        var now = service.get(MutableClock.class).instant();
        for (var content : contents) {
            service.deliver(records.detection(content, Verification.VERIFIED, List.of(), now));
        }
        var reports = work.takeReports();
        reports.forEach(service.get(ApplyReport.class)::apply);
        var caseId = Objects.requireNonNull(service.get(Reports.class)
                .find(Scope.EVERYBODYS, reports.getFirst())
                .orElseThrow()
                .caseId());
        service.deliver(records.chain(caseId, now, Approval.NOT_NEEDED, CaseExamples.HOST));
        service.deliver(records.look(caseId, Presence.REACHABLE, now));
        new OutgoingMail(service).compose();
        return service.get(Notices.class).naming(caseId).getFirst().noticeId();
    }
}
