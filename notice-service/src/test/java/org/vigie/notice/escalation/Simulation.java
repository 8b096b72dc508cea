package org.vigie.notice.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.vigie.notice.composition.Gatherings;
import org.vigie.notice.content.Contents;
import org.vigie.notice.dispatch.Notices;
import org.vigie.notice.escalation.CaseRecords.Arrival;
import org.vigie.notice.escalation.SimulatedFaults.Crash;
import org.vigie.notice.removal.CaseExamples;
import org.vigie.notice.removal.CaseFilter;
import org.vigie.notice.removal.Cases;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.notice.report.Reports;
import org.vigie.support.Refusal;
import org.vigie.support.seal.Keysets;
import org.vigie.testing.MutableClock;

/**
 * The service's own listeners and use cases in a world that does its worst: records come late, twice, out of order or
 * never because a later one overtook them; two instances work at once; the process is killed between any two calls; the
 * relay vanishes; people decide at any moment; the clock jumps. Which of it happens, the seed says.
 */
final class Simulation {

    /** By how much the clock may be set back at once; it may happen more than once. */
    static final Duration BACKWARDS = Duration.ofMinutes(10);

    private static final int LAST_STEPS = 30;
    /** A step makes some ten to forty; what would happen later does not. */
    private static final int MOST_CALLS = 30;

    /** What one process keeps from run to run; starting it takes longer than a run. */
    static final class Machine {
        private final SimulatedFaults faults = new SimulatedFaults();
        private final SimulatedRelay relay = new SimulatedRelay(faults);
        private final SimulatedPorts ports = new SimulatedPorts(faults, relay);
        private final InMemoryService service = new InMemoryService(Map.of(), List.of(ports));
    }

    private final Machine machine;
    private final InMemoryService service;
    private final SimulatedFaults faults;
    private final long seed;
    private final Random random;
    private final MutableClock clock;
    private final DueWork work;
    private final SimulatedWorker worker;
    private final SimulatedOutside outside;
    private final SimulatedPeople people;
    private final SimulatedPromises promises;
    private final SimulatedWithdrawals withdrawals;
    private final SimulatedSteps happens;
    private final Deque<String> last = new ArrayDeque<>();
    private int steps;
    private boolean alone = true;
    private long trace;

    Simulation(Machine machine, long seed) {
        this.machine = machine;
        this.service = machine.service;
        this.faults = machine.faults;
        this.seed = seed;
        this.random = new Random(seed);
        machine.ports.empty();
        this.clock = service.get(MutableClock.class);
        clock.moveTo(CaseExamples.START);
        this.work = service.get(DueWork.class);
        work.forget();
        this.worker = new SimulatedWorker(service);
        this.outside = new SimulatedOutside(random, service.get(Keysets.class).inboundSeal());
        this.people = new SimulatedPeople(random, service);
        this.withdrawals = new SimulatedWithdrawals(random, service);
        this.promises = new SimulatedPromises(service, people, withdrawals);
        this.happens = new SimulatedSteps(this, random);
        machine.relay.tells(promises::begins, mail -> promises.taken(mail, alone, clock.instant()));
    }

    /** What happened in so many steps, and that it ended well: the same for the same seed. */
    long run(int count) {
        try {
            for (steps = 0; steps < count; steps++) {
                step();
            }
            new SimulatedEnd(this).isAsPromised();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(
                    "seed %d, step %d: %s%nbefore it:%n%s"
                            .formatted(seed, steps, e.getMessage(), String.join("\n", last)),
                    e);
        } finally {
            faults.none();
        }
        return trace;
    }

    /** How often what the promises are about happened. */
    Map<String, Integer> occurred() {
        return promises.occurred();
    }

    private void step() {
        alone = true;
        switch (random.nextInt(8)) {
            case 0 -> faults.after(random.nextInt(MOST_CALLS), Simulation::killed);
            case 1, 2 -> faults.after(random.nextInt(MOST_CALLS), this::another);
            default -> faults.none();
        }
        try {
            happens.any(random.nextInt(SimulatedSteps.ALL));
        } catch (Crash _) {
            restarted();
        }
        faults.none();
        check();
    }

    private static void killed() {
        throw new Crash();
    }

    /** What another instance does meanwhile, or another thread. */
    private void another() {
        alone = false;
        note("meanwhile");
        if (random.nextInt(3) == 0) {
            faults.after(random.nextInt(MOST_CALLS), Simulation::killed);
        }
        happens.any(SimulatedSteps.OF_THE_CLOCK + random.nextInt(SimulatedSteps.ALL - SimulatedSteps.OF_THE_CLOCK));
    }

    private void restarted() {
        note("killed and started again");
        promises.saw("killed");
        work.forget();
        var now = clock.instant();
        service.get(Reports.class).pending().forEach(work::apply);
        service.get(Contents.class).untold().forEach(work::tell);
        service.get(Cases.class).due().forEach(work::lookAt);
        service.get(Gatherings.class).due().forEach(work::compose);
        service.get(Notices.class).due().forEach(work::send);
        note("at " + now);
    }

    void deliver(Arrival arrival) {
        try {
            service.deliver(arrival);
        } catch (Refusal _) {
            promises.saw("a record is refused");
            outside.refused(arrival);
        }
    }

    void work(DueWork.Due due) {
        note("works on a " + due.what());
        work.takeOut(due);
        worker.does(due);
    }

    void check() {
        faults.whileLooking(() -> {
            var all = stored();
            for (var known : all) {
                trace = 31 * trace
                        + 7L * Objects.requireNonNull(known.version())
                        + known.outcome().targetings().size();
            }
            promises.areKept(all);
        });
    }

    /** All cases, by the URLs' order. */
    List<RemovalCase> stored() {
        return service.get(Cases.class).page(CaseFilter.ALL, null, 100).stream()
                .sorted(Comparator.comparing(known -> known.evidence().place().url()))
                .toList();
    }

    void note(String what) {
        trace = 31 * trace + what.hashCode();
        last.addLast("  %d %s %s".formatted(steps, clock.instant(), what));
        if (last.size() > LAST_STEPS) {
            last.removeFirst();
        }
    }

    InMemoryService service() {
        return service;
    }

    SimulatedOutside outside() {
        return outside;
    }

    SimulatedPeople people() {
        return people;
    }

    SimulatedWithdrawals withdrawals() {
        return withdrawals;
    }

    SimulatedPromises promises() {
        return promises;
    }

    SimulatedRelay relay() {
        return machine.relay;
    }

    Instant now() {
        return clock.instant();
    }

    void until(Instant due) {
        if (due.isAfter(clock.instant())) {
            clock.moveTo(due);
        }
    }
}
