package org.vigie.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.vigie.testing.DescribedAnswers;
import org.vigie.testing.InProcessInfrastructure;
import org.vigie.testing.Race;

/**
 * The one operation here that takes an {@code Idempotency-Key}: the same body under the same key is the same provider,
 * also if several come at once and after a restart, and another body is refused. All but the first are 200 and not 201.
 */
@RegistryTest
@InProcessInfrastructure(database = "taught-again")
@TestMethodOrder(OrderAnnotation.class)
class TaughtAgainTests {

    private static final int AT_ONCE = 4;

    /** What was asked before the restart. */
    private static final AtomicReference<Asked> ASKED = new AtomicReference<>();

    private record Asked(String body, String key, Answer answer) {}

    private record Answer(int status, String body) {}

    @LocalServerPort
    private int port;

    @Test
    @Order(1)
    @DirtiesContext
    void theSameAnswer() {
        var body = body();
        var key = UUID.randomUUID().toString();

        var first = teach(body, key);

        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(teach(body, key)).isEqualTo(new Answer(200, first.body()));
        var other = teach(body(), key);
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.body()).contains("urn:vigie:problem:provider-exists");
        assertThat(teach(body, key)).as("after another").isEqualTo(new Answer(200, first.body()));
        ASKED.set(new Asked(body, key, first));
    }

    @Test
    @Order(2)
    void theSameAfterARestart() {
        var asked = ASKED.get();
        assumeThat(asked).as("asked before").isNotNull();

        assertThat(teach(asked.body(), asked.key()))
                .isEqualTo(new Answer(200, asked.answer().body()));
    }

    @Test
    @Order(3)
    void oneOfSeveralAtOnceIsTheFirst() {
        var body = body();
        var key = UUID.randomUUID().toString();

        var answers = Race.of(AT_ONCE, _ -> Optional.of(teach(body, key)));

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(201).containsOnly(200, 201);
        assertThat(answers)
                .hasSize(AT_ONCE)
                .extracting(Answer::body)
                .containsOnly(answers.getFirst().body());
    }

    private static String body() {
        return "{\"name\": \"Taught %s\", \"type\": \"HOST\", \"country\": \"NL\"}".formatted(UUID.randomUUID());
    }

    private Answer teach(String body, String key) {
        return DescribedAnswers.client(port)
                .build()
                .post()
                .uri("/v1/providers")
                .header("Authorization", "Bearer secret")
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchangeForRequiredValue((_, answer) -> new Answer(
                        answer.getStatusCode().value(),
                        new String(answer.getBody().readAllBytes(), UTF_8)));
    }
}
