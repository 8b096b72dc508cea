package org.vigie.notice.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Verification;
import org.vigie.events.availability.AvailabilitySnapshot.Flag;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.events.provider.ChainSnapshot.Approval;
import org.vigie.notice.escalation.CaseRecords.Arrival;
import org.vigie.notice.oversight.DecideCase;
import org.vigie.notice.oversight.Waits;
import org.vigie.notice.oversight.WaitsFor;
import org.vigie.notice.removal.Addressee;
import org.vigie.notice.removal.CaseExamples;
import org.vigie.notice.removal.Cases;
import org.vigie.notice.removal.FollowContent;
import org.vigie.notice.removal.Hold;
import org.vigie.notice.removal.Observation;
import org.vigie.notice.removal.Observation.Seen;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.notice.removal.Signed;
import org.vigie.notice.removal.Steering.Clearance;
import org.vigie.notice.report.ApplyReport;
import org.vigie.notice.report.Reports;
import org.vigie.notice.report.Scope;
import org.vigie.notice.task.Task;
import org.vigie.notice.task.TaskKind;
import org.vigie.notice.task.Tasks;
import org.vigie.support.seal.Keysets;
import org.vigie.testing.MutableClock;

/**
 * One case to which events happen, each of which can be delivered once more: records of topics through their listeners,
 * what people do through its use case, what a relay accepts through the sender. One at a time is alive.
 */
final class EventfulCase {
    private static final InMemoryService SERVICE = new InMemoryService();

    private final MutableClock clock = SERVICE.get(MutableClock.class);
    private final DueWork work = SERVICE.get(DueWork.class);
    private final DecideCase people = SERVICE.get(DecideCase.class);
    private final CaseRecords records =
            new CaseRecords(SERVICE.get(Keysets.class).inboundSeal());
    private final OutgoingMail mail = new OutgoingMail(SERVICE);
    private @Nullable UUID caseId;
    private Runnable last = () -> {};

    EventfulCase() {
        work.forget();
        clock.moveTo(CaseExamples.START);
    }

    static {
        CaseRecords.providers().forEach(SERVICE::deliver);
    }

    static EventfulCase received() {
        return new EventfulCase().reported(Verification.SUSPECT);
    }

    static EventfulCase rejected() {
        return received().decided(Verification.NOT_ILLEGAL);
    }

    static EventfulCase verified() {
        return new EventfulCase().reported(Verification.VERIFIED);
    }

    static EventfulCase routed() {
        return verified().resolved(CaseExamples.HOST, CaseExamples.CDN);
    }

    static EventfulCase unaddressable() {
        return verified().resolved();
    }

    static EventfulCase asked() {
        return routed().looked(Presence.REACHABLE);
    }

    static EventfulCase notified() {
        return asked().accepted();
    }

    static EventfulCase notifiedAlone() {
        return verified().resolved(CaseExamples.HOST).looked(Presence.REACHABLE).accepted();
    }

    static EventfulCase exhausted() {
        return notifiedAlone().later(Duration.ofDays(15)).resolved(CaseExamples.HOST);
    }

    static EventfulCase retracted() {
        return notified().proposed().agreed();
    }

    /** As it is stored; before the first report it is nothing yet. */
    RemovalCase known() {
        return caseId == null
                ? CaseExamples.opened()
                : SERVICE.get(Cases.class).find(caseId).orElseThrow();
    }

    EventfulCase reported(Verification verification) {
        return reported(verification, List.of());
    }

    EventfulCase reported(Verification verification, List<Hold> holds) {
        return reported("a", verification, holds);
    }

    EventfulCase reported(String content, Verification verification, List<Hold> holds) {
        return arrives(records.detection(content, verification, holds, clock.instant()));
    }

    EventfulCase decided(Verification verification) {
        return arrives(records.classification(known().caseId(), verification, clock.instant()));
    }

    EventfulCase resolved(Addressee... ranking) {
        return resolved(Approval.NOT_NEEDED, ranking);
    }

    /** With what a person must do before they are written to. */
    EventfulCase resolved(Approval approval, Addressee... ranking) {
        return arrives(records.chain(known().caseId(), clock.instant(), approval, ranking));
    }

    EventfulCase looked(Presence presence, Flag... flags) {
        return arrives(records.look(known().caseId(), presence, clock.instant(), flags));
    }

    /** The last look could not tell whether what was called gone is. */
    EventfulCase goneAsFarAsSeen(String because) {
        return arrives(records.goneAsFarAsSeen(known().caseId(), because, clock.instant()));
    }

    /** A later snapshot is here already: those that follow were overtaken. */
    EventfulCase overtaken() {
        return arrives(records.muchLaterLook(known().caseId(), clock.instant()));
    }

    /** A notice takes what the case wants, and waits. */
    EventfulCase taken() {
        mail.compose();
        return settled();
    }

    /** The channel accepts what the case wants. */
    EventfulCase accepted() {
        if (!work.hasNotices()) {
            taken();
        }
        var sent = mail.send();
        last = () -> sent.forEach(mail::tellAgain);
        return settled();
    }

    /** Something happens to the notices that leave next, when the channel has them and did not answer yet. */
    EventfulCase meanwhile(Consumer<EventfulCase> happens) {
        SERVICE.get(SlowMail.class).meanwhile(() -> happens.accept(this));
        return this;
    }

    EventfulCase held(Hold hold) {
        return does(id -> people.hold(id, EventfulCase::any, hold));
    }

    EventfulCase released(UUID holdId) {
        var signed = signed("one");
        return does(id -> people.release(id, EventfulCase::any, holdId, signed));
    }

    /** Whatever holds it is released. */
    EventfulCase released() {
        known().holds().current().forEach(hold -> released(hold.holdId()));
        return this;
    }

    EventfulCase proposed() {
        var signed = signed("one");
        return does(id -> people.proposeRetraction(id, EventfulCase::any, signed));
    }

    EventfulCase agreed() {
        var signed = signed("other");
        return does(id -> people.retract(id, EventfulCase::any, signed));
    }

    EventfulCase observed(Seen seen) {
        var observation = new Observation(UUID.randomUUID(), seen, signed("one"));
        return does(id -> people.observe(id, EventfulCase::any, observation));
    }

    EventfulCase cleared(Clearance clearance) {
        var signed = signed("one");
        return does(id -> people.clear(id, EventfulCase::any, clearance, signed));
    }

    EventfulCase approved(Addressee addressee) {
        var signed = signed("one");
        return does(id -> people.approve(id, EventfulCase::any, addressee, signed));
    }

    EventfulCase addressedTo(Addressee addressee) {
        var signed = signed("one");
        return does(id -> people.changeAddressee(id, EventfulCase::any, addressee, signed));
    }

    private Signed signed(String who) {
        return CaseExamples.signed(who, clock.instant());
    }

    private EventfulCase does(Consumer<UUID> decision) {
        return happens(() -> decision.accept(Objects.requireNonNull(caseId)));
    }

    EventfulCase later(Duration duration) {
        clock.advance(duration);
        return happens(() -> work.lookAt(Objects.requireNonNull(caseId), clock.instant()));
    }

    /** What people are asked to do about it. */
    List<TaskKind> tasks() {
        return SERVICE.get(Tasks.class).openOf(known().caseId()).stream()
                .map(Task::kind)
                .sorted()
                .toList();
    }

    /** What it waits for as it is stored. */
    Optional<WaitsFor> waits() {
        return SERVICE.get(Waits.class).of(known());
    }

    /** Whether something is to be done about it or its notice now. */
    boolean isBusy() {
        return work.isAnythingDue(clock.instant());
    }

    /** Time passes, and the case is looked at only when it asked to be. */
    EventfulCase dueUntil(Instant until) {
        for (var due = known().waiting().nextStepAt();
                due != null && !due.isAfter(until);
                due = known().waiting().nextStepAt()) {
            later(Duration.between(clock.instant(), due));
        }
        return this;
    }

    /** The last event once more. */
    EventfulCase again() {
        return happens(last);
    }

    private EventfulCase arrives(Arrival arrival) {
        return happens(() -> SERVICE.deliver(arrival));
    }

    private EventfulCase happens(Runnable event) {
        last = event;
        event.run();
        return settled();
    }

    /** Until nothing is due but what waits for mail. */
    private EventfulCase settled() {
        work.takeReports().forEach(reportId -> {
            SERVICE.get(ApplyReport.class).apply(reportId);
            caseId = SERVICE.get(Reports.class)
                    .find(Scope.EVERYBODYS, reportId)
                    .orElseThrow()
                    .caseId();
        });
        work.takeContents().forEach(SERVICE.get(FollowContent.class)::tell);
        for (var due = work.takeCases(clock.instant()); !due.isEmpty(); due = work.takeCases(clock.instant())) {
            due.forEach(SERVICE.get(AdvanceCase.class)::advance);
        }
        return this;
    }

    private static boolean any(long version) {
        return true;
    }
}
