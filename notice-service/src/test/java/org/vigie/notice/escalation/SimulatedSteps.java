package org.vigie.notice.escalation;

import java.time.Duration;
import java.util.Random;
import org.vigie.testing.MutableClock;

/** What may happen next in a simulated world. */
final class SimulatedSteps {

    /** How many there are to choose among. */
    static final int ALL = 100;
    /** So many only move the clock, which all instances share. */
    static final int OF_THE_CLOCK = 9;

    private final Simulation simulation;
    private final Random random;
    private final MutableClock clock;
    private final DueWork work;
    private final SimulatedOutside outside;
    private final SimulatedPeople people;
    private final SimulatedRelay relay;

    SimulatedSteps(Simulation simulation, Random random) {
        this.simulation = simulation;
        this.random = random;
        this.clock = simulation.service().get(MutableClock.class);
        this.work = simulation.service().get(DueWork.class);
        this.outside = simulation.outside();
        this.people = simulation.people();
        this.relay = simulation.relay();
    }

    void any(int which) {
        if (which < OF_THE_CLOCK) {
            time();
        } else if (which < 27) {
            arrives();
        } else if (which < 69) {
            works();
        } else if (which < 71) {
            reported();
        } else if (which < 73) {
            simulation.note("a provider changes");
            outside.provider();
        } else if (which < 74) {
            simulation.note("a site changes");
            outside.change();
        } else if (which < 75) {
            simulation.note("the stop is turned");
            people.turn();
        } else {
            aboutACase(which);
        }
    }

    private void reported() {
        if (random.nextInt(4) == 0) {
            simulation.note("a report is taken back or corrected");
            simulation.withdrawals().any();
        } else {
            simulation.note("reported");
            outside.report(simulation.now());
        }
    }

    private void time() {
        var step = switch (random.nextInt(20)) {
            case 0, 1, 2 -> Duration.ofHours(random.nextInt(48));
            case 3 -> Duration.ofSeconds(-random.nextInt(60));
            case 4, 5, 6, 7 -> Duration.ofMinutes(random.nextInt(240));
            default -> Duration.ofSeconds(random.nextInt(120));
        };
        clock.advance(step);
        simulation.note("the clock by " + step);
    }

    private void arrives() {
        var arrival = outside.any();
        if (arrival != null) {
            simulation.note("arrives " + arrival.topic());
            simulation.deliver(arrival);
            outside.arrived(arrival);
        }
    }

    private void works() {
        relay.is(mood());
        var now = simulation.now();
        var due = work.all().stream().filter(one -> !one.at().isAfter(now)).toList();
        if (!due.isEmpty()) {
            simulation.work(due.get(random.nextInt(due.size())));
        }
    }

    private SimulatedRelay.Mood mood() {
        var moods = SimulatedRelay.Mood.values();
        return random.nextInt(3) > 0 ? SimulatedRelay.Mood.TAKES : moods[random.nextInt(moods.length)];
    }

    private void aboutACase(int which) {
        var all = simulation.stored();
        if (all.isEmpty()) {
            return;
        }
        var known = all.get(random.nextInt(all.size()));
        var now = simulation.now();
        if (which < 80) {
            simulation.note("looked at");
            outside.look(known, now);
        } else if (which < 82) {
            simulation.note("resolved");
            outside.resolve(known, now);
        } else if (which < 95) {
            simulation.note("answered");
            outside.answers(known, now);
        } else if (which < 96) {
            simulation.note("classified");
            outside.classify(known, now);
        } else if (which < 98) {
            simulation.note("a person decides");
            people.decide(known);
        } else {
            simulation.note("looked after early");
            work.lookAt(known.caseId(), now);
        }
    }
}
