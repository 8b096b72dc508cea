package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.TestWorld.someHash;
import static org.vigie.notice.TestWorld.someHost;
import static org.vigie.notice.TestWorld.verifiedReport;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigie.events.Role;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;

/** What a case asks of the store on its way from report to relay: a bound, so that it cannot grow unseen. */
@ServiceTest
class StoreCommandsTests {

    /**
     * Two of them keep the proof that somebody was told. One machine counted 62 at most, a slower one 63 and 64: a step
     * that is published before the next is stored costs more than one that is published with it.
     */
    private static final long MOST = 64;

    @Autowired
    private TestWorld world;

    @Autowired
    private MailboxChannel mail;

    @Autowired
    private MeterRegistry meters;

    @Test
    void areFew() {
        var host = world.provider(Role.HOST, "abuse");
        sent(host);
        var runs = Stream.generate(() -> askedFor(host)).limit(3).toList();

        assertThat(mail.to(host.mailbox())).hasSize(4);
        // Cases of other tests may fall due meanwhile.
        assertThat(runs)
                .as(runs.toString())
                .anyMatch(asked ->
                        asked.values().stream().mapToLong(Long::longValue).sum() <= MOST)
                .noneMatch(Map::isEmpty);
    }

    private Map<String, Long> askedFor(TestWorld.Provider host) {
        var before = commands();
        sent(host);
        var asked = commands();
        before.forEach((command, count) -> asked.merge(command, -count, Long::sum));
        asked.values().removeIf(count -> count == 0);
        return asked;
    }

    private void sent(TestWorld.Provider host) {
        var caseId = world.reported(verifiedReport("http://" + someHost() + "/c", someHash()));
        world.resolved(caseId, host);
        world.looked(caseId, Presence.REACHABLE);
        world.pass(Duration.ofSeconds(3));
    }

    private Map<String, Long> commands() {
        var commands = new TreeMap<String, Long>();
        meters.find("mongodb.driver.commands")
                .timers()
                .forEach(timer -> commands.merge(
                        timer.getId().getTag("collection") + " " + timer.getId().getTag("command"),
                        timer.count(),
                        Long::sum));
        return commands;
    }
}
