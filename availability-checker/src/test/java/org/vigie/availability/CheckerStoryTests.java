package org.vigie.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.vigie.availability.fixture.WebFixture;
import org.vigie.events.Topics;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.events.availability.AvailabilitySnapshot.RemovalClass;
import org.vigie.events.availability.Watermark;
import org.vigie.support.access.CallerRole;
import org.vigie.support.events.EventJson;
import org.vigie.testing.DescribedAnswers;
import org.vigie.testing.ExplainedContract;
import org.vigie.testing.RefusedCallers;
import org.vigie.testing.RefusedFields;
import org.vigie.testing.RefusedMethods;
import org.vigie.testing.RefusedParameters;
import org.vigie.testing.TopicRecords;

/** From a case's snapshot to a confirmed removal and its return. */
class CheckerStoryTests extends CheckerStory {

    @Test
    void explainsItsInterface() {
        ExplainedContract.check(port);
    }

    @Test
    void refusesParametersThatAreUnknownOrOutOfRange() {
        RefusedParameters.check(port);
    }

    @Test
    void refusesMethodsThatAPathDoesNotHave() {
        RefusedMethods.check(port);
    }

    @Test
    void refusesFieldsThatItsDescriptionForbids() {
        RefusedFields.check(port);
    }

    @Test
    void answersOnlyWhoMayDoIt() {
        RefusedCallers.check(port, CallerRole.words());
    }

    @Test
    void confirmsARemovalAndSeesItComeBack() {
        follow(web.url("/a.jpg"), 1, null);
        awaitPresence(Presence.REACHABLE);
        web.on("/a.jpg", WebFixture.status(410));
        var suspect = letTimePassUntil(Presence.SUSPECT);

        var down = letTimePassUntil(Presence.DOWN);

        assertThat(down.removalClass()).isEqualTo(RemovalClass.GONE_410);
        assertThat(down.firstDownAt()).isEqualTo(suspect.suspectSince());
        assertThat(down.removals().getFirst().confirmedAt() - Objects.requireNonNull(down.firstDownAt()))
                .isBetween(
                        Duration.ofMinutes(60).toMillis(),
                        Duration.ofMinutes(130).toMillis());
        assertThat(down.removals()).hasSize(1);
        assertThat(down.notFoundAtFirstCheck()).isFalse();
        thereIsAnImage();
        var back = letTimePassUntil(Presence.REAPPEARED);
        assertThat(back.reappearances()).isEqualTo(1);
        assertThat(back.firstDownAt()).isNull();
    }

    @Test
    void answersAWantedLookEvenIfNothingChanged() {
        follow(web.url("/a.jpg"), 1, null);
        var first = awaitPresence(Presence.REACHABLE);
        var wanted = advance(Duration.ofMinutes(1)).toEpochMilli();

        publishCase(2, wanted);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(latest())
                        .hasValueSatisfying(snapshot -> assertThat(snapshot.lastCheckedAt())
                                .isGreaterThanOrEqualTo(wanted)
                                .isGreaterThan(first.lastCheckedAt())));
    }

    @Test
    void looksAtNothingWhileACaseIsHeld() {
        publishLocation(web.url("/a.jpg"));

        publish(Topics.CASES, snapshot(1, true, null));

        await().during(Duration.ofSeconds(1))
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(web.connections()).isZero());
    }

    @Test
    void saysUpToWhenItLooked() {
        follow(web.url("/a.jpg"), 1, null);
        awaitPresence(Presence.REACHABLE);
        var now = clock.millis();

        await().atMost(PATIENCE).untilAsserted(() -> {
            advance(Duration.ofMinutes(20));
            assertThat(TopicRecords.of(Topics.WATERMARKS).stream()
                            .map(record -> EventJson.MAPPER.readValue(record.value(), Watermark.class))
                            .filter(watermark -> watermark.version() > now)
                            .map(Watermark::partition))
                    .contains(0, 1);
        });
    }

    @Test
    void explainsAVerdictWithoutTouchingAWatch() {
        var answer = DescribedAnswers.client(port)
                .build()
                .post()
                .uri("/v1/checks")
                .header("Authorization", "Bearer secret")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"url\": \"%s\"}".formatted(web.url("/b.jpg")))
                .retrieve()
                .body(String.class);

        assertThat(answer)
                .contains("\"signal\":\"GONE_404\"", "\"confirmed_by\":\"GONE_404\"", "control as first")
                .doesNotContain("127.9", "b.jpg");
    }
}
