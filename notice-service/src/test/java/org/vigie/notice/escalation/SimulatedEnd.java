package org.vigie.notice.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.vigie.notice.dispatch.Notice;
import org.vigie.notice.dispatch.NoticeState.Failed;
import org.vigie.notice.dispatch.NoticeState.Sent;
import org.vigie.notice.dispatch.NoticeState.Unresolved;
import org.vigie.notice.dispatch.NoticeState.Withdrawn;
import org.vigie.notice.dispatch.Notices;
import org.vigie.notice.escalation.SimulatedPromises.Left;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.removal.CaseStage.Notified;
import org.vigie.notice.removal.CaseStage.Retracted;
import org.vigie.notice.removal.CaseStage.Routed;
import org.vigie.notice.removal.CaseStage.Verified;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.notice.report.Reports;
import org.vigie.notice.task.TaskKind;
import org.vigie.notice.task.Tasks;

/** Nothing goes wrong any more, and some days later nobody and nothing was forgotten. */
final class SimulatedEnd {

    private static final Duration DAYS = Duration.ofDays(4);
    /** Some hundred are usual. */
    private static final int MOST = 20_000;

    private final Simulation simulation;
    private Instant calm = Instant.MIN;
    private int done;

    SimulatedEnd(Simulation simulation) {
        this.simulation = simulation;
    }

    void isAsPromised() {
        simulation.relay().is(SimulatedRelay.Mood.TAKES);
        simulation.until(simulation.now().plus(Simulation.BACKWARDS));
        simulation.outside().calms();
        simulation.people().turnOn();
        settle(simulation.now());
        simulation.stored().forEach(simulation.people()::release);
        simulation.stored().forEach(known -> simulation.outside().tells(known, simulation.now()));
        calm = simulation.now();
        settle(calm.plus(DAYS));
        assertThat(simulation.service().get(Reports.class).pending())
                .as("every report has its case")
                .isEmpty();
        simulation.stored().forEach(this::isNotForgotten);
        everybodyKnowsWhatLeft();
        onceMoreIsTheSame();
    }

    /** Does all there is until the instant. */
    private void settle(Instant end) {
        while (true) {
            assertThat(++done).as("it comes to rest").isLessThan(MOST);
            var arrival = simulation.outside().next();
            if (arrival.isPresent()) {
                simulation.note("arrives " + arrival.get().topic());
                simulation.deliver(arrival.get());
                simulation.check();
                continue;
            }
            if (simulation.stored().stream()
                    .anyMatch(one -> simulation.outside().answers(one, simulation.now()))) {
                continue;
            }
            var due = simulation.service().get(DueWork.class).all();
            if (due.isEmpty() || due.getFirst().at().isAfter(end)) {
                simulation.until(end);
                return;
            }
            simulation.until(due.getFirst().at());
            simulation.work(due.getFirst());
            simulation.check();
        }
    }

    private void isNotForgotten(RemovalCase known) {
        var what = known.toString();
        assertThat(known.isHeld()).as(what).isFalse();
        var tasks = simulation.service().get(Tasks.class).openOf(known.caseId());
        if (tasks.stream().anyMatch(one -> one.kind() == TaskKind.UNCERTAIN_SEND)) {
            return; // a person finds out first
        }
        if (known.stage() instanceof Retracted) {
            wereToldThatItIsTakenBack(known);
            return;
        }
        if (!simulation.outside().isUp(known)) {
            assertThat(known.presence().isDown()).as("is known to be down").isTrue();
            return;
        }
        assertThat(known.presence().isDown()).as("is known to be up").isFalse();
        if (known.evidence().verified().isEmpty()) {
            return;
        }
        var open = known.stage() instanceof Verified
                || known.stage() instanceof Routed
                || known.stage() instanceof Notified;
        var isRefused = known.pursuit().refused().stream()
                .anyMatch(one -> one.cycle() == known.cycle()
                        && one.addressee().equals(known.route().addressee()));
        if (open && tasks.isEmpty() && !isRefused) {
            assertThat(about(known)
                            .filter(one ->
                                    one.kind().asksForRemoval() && one.at().isAfter(calm.minus(DAYS))))
                    .as("somebody was asked to take it down, %s", what)
                    .isNotEmpty();
        }
    }

    /** But for those who would not hear it, and those of whom only a person can find out whether they were asked. */
    private void wereToldThatItIsTakenBack(RemovalCase known) {
        var notices = simulation.service().get(Notices.class);
        var heard = notices.naming(known.caseId()).stream()
                .filter(notice -> notice.kind() == NoticeKind.RETRACTION)
                .filter(notice -> notice.state() instanceof Sent
                        || notice.state() instanceof Failed
                        || notice.state() instanceof Unresolved)
                .map(Notice::contactId)
                .toList();
        assertThat(notices.naming(known.caseId()))
                .as("who was asked was told that it is taken back, %s", known)
                .filteredOn(notice -> notice.kind().asksForRemoval() && notice.state() instanceof Sent)
                .extracting(Notice::contactId)
                .isSubsetOf(heard);
    }

    private Stream<Left> about(RemovalCase known) {
        return simulation.promises().left().stream().filter(one -> one.names(known.caseId()));
    }

    /** What the relay took is told to every case that it names; nothing is stuck on its way. */
    private void everybodyKnowsWhatLeft() {
        var notices = simulation.service().get(Notices.class);
        for (var one : simulation.promises().left()) {
            var notice = notices.find(one.noticeId()).orElseThrow();
            assertThat(notice.state())
                    .as("what left is settled")
                    .isInstanceOfAny(Sent.class, Unresolved.class, Withdrawn.class, Failed.class);
            if (notice.state() instanceof Sent(var _, var told)) {
                assertThat(told).as("cases are told").isTrue();
                if (!one.kind().asksForRemoval()) {
                    continue;
                }
                for (var item : one.items()) {
                    var known = known(item.caseId());
                    assertThat(known.pursuit().contacted().stream().flatMap(rung -> rung.notices().stream()))
                            .as("the case knows what left, %s", one.kind())
                            .contains(one.noticeId());
                }
            }
        }
    }

    /** Every last record once more: a case may be looked at again, and nothing comes of it. */
    private void onceMoreIsTheSame() {
        var mails = simulation.promises().left().size();
        var stored = whatTheySay();
        simulation.outside().again().forEach(simulation::deliver);
        settle(simulation.now());
        assertThat(whatTheySay())
                .as("delivered again, nothing changes")
                .usingRecursiveComparison()
                .isEqualTo(stored);
        assertThat(simulation.promises().left()).as("and nobody is written to").hasSize(mails);
    }

    private List<RemovalCase> whatTheySay() {
        return simulation.stored().stream()
                .map(known -> known.due(null).storedAt(0))
                .toList();
    }

    private RemovalCase known(UUID caseId) {
        return simulation.stored().stream()
                .filter(one -> one.caseId().equals(caseId))
                .findFirst()
                .orElseThrow();
    }
}
