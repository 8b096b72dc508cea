package org.vigie.notice.escalation;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import org.vigie.events.Verification;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.events.provider.ChainSnapshot.Approval;
import org.vigie.notice.composition.Item;
import org.vigie.notice.dispatch.ComposeNotice;
import org.vigie.notice.dispatch.Notice;
import org.vigie.notice.dispatch.NoticeState.Sent;
import org.vigie.notice.dispatch.Notices;
import org.vigie.notice.dispatch.SendNotice;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.oversight.Waits;
import org.vigie.notice.oversight.WaitsFor;
import org.vigie.notice.removal.CaseExamples;
import org.vigie.notice.removal.CaseStage;
import org.vigie.notice.removal.Cases;
import org.vigie.notice.removal.FollowContent;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.notice.report.ApplyReport;
import org.vigie.notice.report.Reports;
import org.vigie.notice.report.Scope;
import org.vigie.notice.task.TaskKind;
import org.vigie.support.seal.Keysets;
import org.vigie.testing.MutableClock;

/**
 * The service with its own decisions, and around it a registry that answers in seconds and hosts that are looked at as
 * the checker does: one look at a time, each followed by a pause, those that are wanted in the order in which they are.
 * Time goes from one event to the next.
 */
final class ReportedHosts {

    private static final Duration PAUSE_AT_LEAST = Duration.ofSeconds(2);
    private static final Duration PAUSE_AT_MOST = Duration.ofSeconds(60);
    private static final Duration CHAIN = Duration.ofSeconds(1);

    /** A message that was accepted. */
    record Mail(Instant at, NoticeKind kind, String host, List<UUID> cases) {}

    private record Event(Instant at, long order, Runnable happens) {}

    private record Key(String queue, Object what) {}

    private static final class Host {
        private final Duration took;
        private final Queue<UUID> queue = new ArrayDeque<>();
        private boolean busy;

        private Host(Duration took) {
            this.took = took;
        }
    }

    private final InMemoryService service = new InMemoryService();
    private final MutableClock clock = service.get(MutableClock.class);
    private final DueWork work = service.get(DueWork.class);
    private final Cases cases = service.get(Cases.class);
    private final Notices notices = service.get(Notices.class);
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparing(Event::at).thenComparingLong(Event::order));
    private final Map<Key, Instant> scheduled = new HashMap<>();
    private final Map<String, Host> hosts = new HashMap<>();
    private final Map<UUID, String> hostOf = new LinkedHashMap<>();
    private final Map<UUID, CaseRecords> records = new HashMap<>();
    private final Set<UUID> awaited = new LinkedHashSet<>();
    private final Set<UUID> resolving = new LinkedHashSet<>();
    private final Set<UUID> accepted = new LinkedHashSet<>();
    private final Map<UUID, Instant> looked = new HashMap<>();
    private final List<Mail> mails = new ArrayList<>();
    private long order;

    ReportedHosts() {
        CaseRecords.providers().forEach(service::deliver);
    }

    Instant now() {
        return clock.instant();
    }

    List<Mail> mails() {
        return mails;
    }

    /** When the first look at it was over. */
    Instant lookedFirst(UUID caseId) {
        return requireNonNull(looked.get(caseId));
    }

    Set<UUID> caseIds() {
        return hostOf.keySet();
    }

    RemovalCase known(UUID caseId) {
        return cases.find(caseId).orElseThrow();
    }

    /** A host of which a look takes so long by the one clock. */
    void host(String name, Duration took) {
        hosts.put(name, new Host(took));
    }

    /** A verified report of a new URL there. */
    void report(String host, Instant at) {
        at(at, () -> {
            var one = new CaseRecords(service.get(Keysets.class).inboundSeal(), host);
            service.deliver(one.detection("a", Verification.VERIFIED, List.of(), now()));
            work.takeReports().forEach(reportId -> {
                service.get(ApplyReport.class).apply(reportId);
                var caseId = requireNonNull(service.get(Reports.class)
                        .find(Scope.EVERYBODYS, reportId)
                        .orElseThrow()
                        .caseId());
                hostOf.put(caseId, host);
                records.put(caseId, one);
                resolve(caseId);
                look(caseId);
            });
        });
    }

    /** Open cases of which nothing is due and nobody is told what they wait for. */
    long unexplained() {
        return hostOf.keySet().stream()
                .map(this::known)
                .filter(known -> !(known.stage() instanceof CaseStage.Received))
                .filter(known -> service.get(Waits.class).of(known).isEmpty())
                .count();
    }

    /** What {@code vigie_cases_unreminded} counts. */
    long unreminded() {
        var next = service.get(NextStep.class);
        return cases.notRemindedSince(now().minus(Duration.ofDays(2)), 1000).stream()
                .filter(known -> next.lacksAReminder(known, now()))
                .count();
    }

    /** How many cases wait for a person to do this. */
    long waitFor(TaskKind kind) {
        return hostOf.keySet().stream()
                .map(this::known)
                .flatMap(known -> service.get(Waits.class).of(known).stream())
                .filter(waits -> waits instanceof WaitsFor.Person(var asked, var _) && asked == kind)
                .count();
    }

    void until(Instant end) {
        while (!events.isEmpty() && !events.peek().at().isAfter(end)) {
            var event = events.remove();
            if (event.at().isAfter(now())) {
                clock.moveTo(event.at());
            }
            event.happens().run();
            drain();
        }
        clock.moveTo(end);
    }

    private void at(Instant at, Runnable happens) {
        events.add(new Event(at, order++, happens));
    }

    private void drain() {
        work.takeContents().forEach(service.get(FollowContent.class)::tell);
        work.takeCases()
                .forEach((caseId, due) -> schedule(new Key("case", caseId), due, () -> {
                    service.get(AdvanceCase.class).advance(caseId);
                    asksOthers(caseId);
                }));
        work.takeGatherings()
                .forEach((key, due) -> schedule(new Key("gathering", key), due, () -> {
                    service.get(ComposeNotice.class).compose(key);
                    hostOf.keySet().forEach(this::asksOthers);
                }));
        work.takeNotices()
                .forEach((noticeId, due) -> schedule(new Key("notice", noticeId), due, () -> {
                    service.get(SendNotice.class).send(noticeId);
                    notices.find(noticeId).ifPresent(this::note);
                }));
    }

    /** As a due queue does: the last instant that was said holds. */
    private void schedule(Key key, Instant due, Runnable happens) {
        scheduled.put(key, due);
        at(due.isBefore(now()) ? now() : due, () -> {
            if (due.equals(scheduled.get(key))) {
                scheduled.remove(key);
                happens.run();
            }
        });
    }

    private void note(Notice notice) {
        if (notice.state() instanceof Sent(var at, var _) && accepted.add(notice.noticeId())) {
            var named = notice.items().stream().map(Item::caseId).toList();
            mails.add(new Mail(at, notice.kind(), requireNonNull(hostOf.get(named.getFirst())), named));
            named.forEach(this::asksOthers);
        }
    }

    private void asksOthers(UUID caseId) {
        var known = known(caseId);
        if (known.waitsForWantedCheck()) {
            look(caseId);
        }
        if (known.waitsForWantedChain()) {
            resolve(caseId);
        }
    }

    private void resolve(UUID caseId) {
        if (resolving.add(caseId)) {
            at(now().plus(CHAIN), () -> {
                resolving.remove(caseId);
                service.deliver(record(caseId).chain(caseId, now(), Approval.NOT_NEEDED, CaseExamples.HOST));
                asksOthers(caseId);
            });
        }
    }

    private void look(UUID caseId) {
        if (awaited.add(caseId)) {
            var host = hostOf(caseId);
            host.queue.add(caseId);
            next(host);
        }
    }

    private void next(Host host) {
        if (host.busy || host.queue.isEmpty()) {
            return;
        }
        host.busy = true;
        var caseId = host.queue.remove();
        at(now().plus(host.took), () -> {
            awaited.remove(caseId);
            looked.putIfAbsent(caseId, now());
            service.deliver(record(caseId).look(caseId, Presence.REACHABLE, now()));
            asksOthers(caseId);
            at(now().plus(pause(host.took)), () -> {
                host.busy = false;
                next(host);
            });
        });
    }

    private static Duration pause(Duration took) {
        var five = took.multipliedBy(5);
        return five.compareTo(PAUSE_AT_LEAST) < 0
                ? PAUSE_AT_LEAST
                : five.compareTo(PAUSE_AT_MOST) > 0 ? PAUSE_AT_MOST : five;
    }

    private Host hostOf(UUID caseId) {
        return requireNonNull(hosts.get(requireNonNull(hostOf.get(caseId))));
    }

    private CaseRecords record(UUID caseId) {
        return requireNonNull(records.get(caseId));
    }
}
