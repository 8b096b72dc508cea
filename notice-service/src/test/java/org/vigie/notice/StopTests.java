package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.TestWorld.someHash;
import static org.vigie.notice.TestWorld.someHost;
import static org.vigie.notice.TestWorld.verifiedReport;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigie.events.Role;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import tools.jackson.databind.JsonNode;

/** Who stops what, and that nobody lifts more than they say. */
@ServiceTest
class StopTests {

    private static final String STOP = "/v1/stop";

    @Autowired
    private TestWorld world;

    @Autowired
    private MailboxChannel mail;

    @AfterEach
    void lifted() {
        said("*", "{\"everything\": false, \"providers\": [], \"reason\": \"after the test\"}");
    }

    @Test
    void nothingIsSentToAProviderWhileItIsStoppedAndItsCaseSaysSo() {
        var host = world.provider(Role.HOST, "abuse");
        stopped(host.id());
        var caseId = notified(host);
        assertThat(mail.to(host.mailbox())).isEmpty();
        assertThat(waits(caseId)).isEqualTo("PROVIDER_STOPPED");
        assertThat(sending().get("details").get("stoppedProviders").asInt()).isEqualTo(1);

        said(world.tag(STOP), "{\"everything\": true, \"reason\": \"leak\"}");
        assertThat(waits(caseId)).isEqualTo("EVERYTHING_STOPPED");
        assertThat(sending().get("status").asString()).isEqualTo("NOT_SENDING");
        assertThat(sending().get("details").get("notices").asString()).isEqualTo("wait until a person lifts the stop");

        said(world.tag(STOP), "{\"everything\": false, \"reason\": \"no leak\"}");
        world.pass(Duration.ofMinutes(2));
        assertThat(mail.to(host.mailbox())).as("its own stop holds").isEmpty();
        assertThat(waits(caseId)).isEqualTo("PROVIDER_STOPPED");

        said(world.tag(STOP), "{\"providers\": [], \"reason\": \"settled\"}");
        world.pass(Duration.ofMinutes(2));
        assertThat(mail.to(host.mailbox())).hasSize(1);
        assertThat(world.get(STOP).body()).contains("settled");
    }

    @Test
    void stoppingAProviderNeverLiftsEverything() {
        var host = world.provider(Role.HOST, "abuse");
        said(world.tag(STOP), "{\"everything\": true, \"reason\": \"leak\"}");

        stopped(host.id());

        var now = world.get(STOP).json();
        assertThat(now.get("everything").asBoolean()).isTrue();
        assertThat(now.get("providers").toString()).contains(host.id().toString());
    }

    /** Two people at night, each with a reading of their own. */
    @Test
    void nobodyLiftsAStopThatSomebodyElsePutMeanwhile() {
        var host = world.provider(Role.HOST, "abuse");
        var stale = world.tag(STOP);
        var lift = "{\"everything\": false, \"providers\": [], \"reason\": \"nothing to stop\"}";
        stopped(host.id());

        assertThat(world.put(STOP, "other", stale, lift).status()).isEqualTo(412);
        assertThat(world.get(STOP).body()).contains(host.id().toString());
        assertThat(world.put(STOP, "other", world.tag(STOP), lift).status()).isEqualTo(200);
        var said = world.get(STOP + "/history").json().get("stops");
        assertThat(said.get(0).get("by").asString()).isEqualTo("other");
        assertThat(said.get(1).toString())
                .contains("\"one\"", "dispute", host.id().toString());
    }

    @Test
    void aVersionIsNeededAnUnknownProviderIsRefusedAndSoIsNothing() {
        var lift = "{\"everything\": false, \"reason\": \"settled\"}";
        var unknown = "{\"providers\": [\"%s\"], \"reason\": \"typing error\"}".formatted(UUID.randomUUID());
        var before = world.get(STOP).body();

        assertThat(world.put(STOP, "one", lift).status()).isEqualTo(428);
        var refused = world.put(STOP, "one", world.tag(STOP), unknown);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("/providers");
        assertThat(world.put(STOP, "one", world.tag(STOP), "{\"reason\": \"why\"}")
                        .status())
                .isEqualTo(400);
        assertThat(world.get(STOP).body()).isEqualTo(before);
    }

    private void stopped(UUID providerId) {
        said(world.tag(STOP), "{\"providers\": [\"%s\"], \"reason\": \"dispute\"}".formatted(providerId));
    }

    private void said(String version, String what) {
        assertThat(world.put(STOP, "one", version, what).status()).isEqualTo(200);
    }

    private String waits(UUID caseId) {
        return world.get("/v1/cases/" + caseId).json().get("waits_for").asString();
    }

    private JsonNode sending() {
        return world.get("/actuator/health").json().get("components").get("sending");
    }

    private UUID notified(TestWorld.Provider provider) {
        var caseId = world.reported(verifiedReport("http://" + someHost() + "/o", someHash()));
        world.resolved(caseId, provider);
        world.looked(caseId, Presence.REACHABLE);
        world.pass(Duration.ofSeconds(5));
        return caseId;
    }
}
