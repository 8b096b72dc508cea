package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.TestWorld.someHash;
import static org.vigie.notice.TestWorld.someHost;
import static org.vigie.notice.TestWorld.verifiedReport;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;
import org.vigie.events.Role;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;

/** A relay is set and no sender: nothing is sent, and everything says so. */
@ServiceTest
@TestPropertySource(
        properties = {
            "vigie.sender=",
            "vigie.data=target/${test.fork:fork-1}/unsent-data",
            "vigie.clock-file=target/${test.fork:fork-1}/unsent-clock"
        })
@ExtendWith(OutputCaptureExtension.class)
class NothingIsSentTests {

    @Autowired
    private TestWorld world;

    @Test
    void aMissingSenderIsSaidAtStartInHealthInWaitsForInAMeterAndByATask(CapturedOutput output) {
        assertThat(output).containsOnlyOnce("a setting is missing: no notice is sent");

        var host = world.provider(Role.HOST, "abuse");
        var first = world.reported(verifiedReport("http://" + someHost() + "/1.jpg", someHash()));
        var second = world.reported(verifiedReport("http://" + someHost() + "/2.jpg", someHash()));
        for (var caseId : List.of(first, second)) {
            world.resolved(caseId, host);
            world.looked(caseId, Presence.REACHABLE);
        }
        world.pass(Duration.ofMinutes(1));

        assertThat(world.get("/v1/cases/" + first).json().get("waits_for").asString())
                .isEqualTo("VIGIE_SENDER");
        assertThat(world.get("/v1/cases/" + second).json().get("waits_for").asString())
                .isEqualTo("VIGIE_SENDER");
        var health = world.get("/actuator/health").json();
        // Other tests' records may be in Kafka, so that this empty store is reported as lost: then the whole is DOWN.
        assertThat(health.get("status").asString())
                .as("the service itself is well")
                .isEqualTo(
                        health.get("components").get("published").get("status").asString());
        var sending = health.get("components").get("sending");
        assertThat(sending.get("status").asString()).isEqualTo("NOT_SENDING");
        assertThat(sending.get("details").get("notices").asString()).isEqualTo("wait for VIGIE_SENDER");
        assertThat(world.get("/actuator/prometheus").body())
                .contains("vigie_sending_kept_by_setting{setting=\"VIGIE_SENDER\"} 1");
        assertThat(world.get("/v1/tasks?kind=SETTING_MISSING").json().get("tasks"))
                .as("one, however many wait")
                .hasSize(1);
    }

    @Test
    void theHealthSaysThatEverythingIsStoppedBesideTheMissingSetting() {
        world.put("/v1/stop", "one", "*", "{\"everything\": true, \"reason\": \"leak\"}");

        var sending = world.get("/actuator/health").json().at("/components/sending");
        world.put("/v1/stop", "one", "*", "{\"everything\": false, \"reason\": \"settled\"}");

        assertThat(sending.at("/details/notices").asString())
                .isEqualTo("wait for VIGIE_SENDER; wait until a person lifts the stop");
        assertThat(sending.get("status").asString()).isEqualTo("NOT_SENDING");
    }
}
