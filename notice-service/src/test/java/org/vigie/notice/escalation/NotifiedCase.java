package org.vigie.notice.escalation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.vigie.events.Verification;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.events.provider.ChainSnapshot.Approval;
import org.vigie.notice.dispatch.ComposeNotice;
import org.vigie.notice.dispatch.FindWaits;
import org.vigie.notice.dispatch.Notice;
import org.vigie.notice.dispatch.NoticeState;
import org.vigie.notice.dispatch.Notices;
import org.vigie.notice.oversight.Stop;
import org.vigie.notice.oversight.Stops;
import org.vigie.notice.oversight.Waits;
import org.vigie.notice.oversight.WaitsFor;
import org.vigie.notice.removal.CaseExamples;
import org.vigie.notice.removal.Cases;
import org.vigie.notice.report.ApplyReport;
import org.vigie.notice.report.Reports;
import org.vigie.notice.report.Scope;
import org.vigie.notice.task.Task;
import org.vigie.notice.task.TaskKind;
import org.vigie.notice.task.Tasks;
import org.vigie.support.seal.Keysets;
import org.vigie.testing.MutableClock;

/** One case of a service of its own, and its notice. */
final class NotifiedCase {

    private final InMemoryService service;
    private final Set<UUID> caseIds = new HashSet<>();
    private final List<String> composed = new ArrayList<>();

    NotifiedCase(Map<String, Object> settings) {
        service = new InMemoryService(settings);
        CaseRecords.providers().forEach(service::deliver);
    }

    <T> T get(Class<T> port) {
        return service.get(port);
    }

    Instant now() {
        return service.get(MutableClock.class).instant();
    }

    void reported() {
        var records = new CaseRecords(service.get(Keysets.class).inboundSeal());
        var work = service.get(DueWork.class);
        service.deliver(records.detection("a", Verification.VERIFIED, List.of(), now()));
        var reportId = work.takeReports().getFirst();
        service.get(ApplyReport.class).apply(reportId);
        var caseId = Objects.requireNonNull(service.get(Reports.class)
                .find(Scope.EVERYBODYS, reportId)
                .orElseThrow()
                .caseId());
        caseIds.add(caseId);
        service.deliver(records.chain(caseId, now(), Approval.NOT_NEEDED, CaseExamples.HOST));
        service.deliver(records.look(caseId, Presence.REACHABLE, now()));
    }

    void compose() {
        composed.addAll(service.get(DueWork.class).takeGatherings().keySet());
        composed.forEach(service.get(ComposeNotice.class)::compose);
    }

    Notice written() {
        reported();
        new OutgoingMail(service).compose();
        return notice();
    }

    Notice notice() {
        return service.get(Notices.class).naming(caseId()).getFirst();
    }

    Optional<String> in(Notice notice, NoticeState state) {
        return service.get(FindWaits.class).of(OutgoingMail.in(notice, state)).map(NotifiedCase::text);
    }

    void stop(Stop stop) {
        service.get(Stops.class).save(stop);
    }

    String waits() {
        return find().orElseThrow();
    }

    Optional<String> find() {
        var known = service.get(Cases.class).find(caseId()).orElseThrow();
        return service.get(Waits.class).of(known).map(NotifiedCase::text);
    }

    List<TaskKind> tasks() {
        return service.get(Tasks.class).openOf(caseId()).stream()
                .map(Task::kind)
                .toList();
    }

    private UUID caseId() {
        return caseIds.iterator().next();
    }

    private static String text(WaitsFor waits) {
        return waits.code() + " " + waits.until();
    }
}
