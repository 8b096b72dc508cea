package org.vigie.notice.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.vigie.notice.oversight.ChangeStop;

/** Whatever the world does, the service keeps its promises; {@code ./vigie simulate} runs more of it. */
class SimulationTests {

    private static final int SEEDS = Integer.getInteger("vigie.seeds", 500);
    private static final int STEPS = Integer.getInteger("vigie.steps", 2_000);
    private static final long FIRST = Long.getLong("vigie.seed", 1);

    /** What the promises are about: one about nothing is none. */
    private static final String[] OCCUR = {
        "a case that is Exhausted",
        "a case that is Notified",
        "a case that is Received",
        "a case that is Rejected",
        "a case that is Retracted",
        "a case that is Unaddressable",
        "a case of which a report was corrected",
        "a case that ended with its reports",
        "a case that goes on without a report",
        "killed",
        "sent once more",
        "taken ESCALATION",
        "taken FIRST",
        "taken REMINDER",
        "taken RETRACTION",
        "taken STAYDOWN",
        "taken while something else was done",
        "void TooLate",
        "void NotIllegal",
        "void TakenBack",
        "void RETRACTED"
    };

    private static final LoggingSystem LOGS = LoggingSystem.get(SimulationTests.class.getClassLoader());

    /** The stop is turned some thousand times, and each time a warning. */
    @BeforeAll
    static void isQuiet() {
        LOGS.setLogLevel(ChangeStop.class.getName(), LogLevel.ERROR);
    }

    @AfterAll
    static void isAsBefore() {
        LOGS.setLogLevel(ChangeStop.class.getName(), null);
    }

    @Test
    void keepsItsPromisesWhateverHappens() {
        var machine = new Simulation.Machine();
        var occurred = new TreeMap<String, Integer>();
        for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
            var simulation = new Simulation(machine, seed);
            simulation.run(STEPS);
            simulation.occurred().forEach((what, times) -> occurred.merge(what, times, Integer::sum));
            if ((seed - FIRST + 1) % 250 == 0) {
                System.out.printf("%d of %d seeds%n", seed - FIRST + 1, SEEDS);
            }
        }
        System.out.printf("seeds=%d steps=%d occurred=%s%n", SEEDS, STEPS, occurred);
        if (SEEDS >= 500) {
            assertThat(occurred).containsKeys(OCCUR);
        }
    }

    @Test
    void theSameSeedIsTheSameWorld() {
        var machine = new Simulation.Machine();

        var once = new Simulation(machine, FIRST).run(300);
        new Simulation(machine, FIRST + 1).run(300);

        assertThat(new Simulation(machine, FIRST).run(300)).isEqualTo(once);
    }
}
