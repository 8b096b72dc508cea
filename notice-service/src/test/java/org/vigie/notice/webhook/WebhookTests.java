package org.vigie.notice.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.webhook.WebhookState.Cause.GONE;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.notice.report.Followed.Step;
import org.vigie.notice.report.ReportChange;
import org.vigie.notice.webhook.Receipt.Answered;
import org.vigie.notice.webhook.Receipt.Failed;
import org.vigie.notice.webhook.Receipt.Failure;
import org.vigie.notice.webhook.WebhookState.Cause;
import org.vigie.notice.webhook.WebhookState.Disabled;
import org.vigie.notice.webhook.WebhookState.Failing;
import org.vigie.notice.webhook.WebhookState.Working;

class WebhookTests {

    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
    private static final Receipt TIMEOUT = new Failed(Failure.TIMEOUT);

    private final Webhook webhook =
            Webhook.of(UUID.randomUUID(), "partner:x", "https://hook.test/", new Secret("whsec_a", null), 7, NOW);

    @Test
    void isTriedForThreeDaysAndThenDisabled() {
        var at = NOW;
        var pauses = new ArrayList<Duration>();
        var failed = tried(webhook, 8, TIMEOUT, at);
        while (failed.state() instanceof Failing failing) {
            pauses.add(Duration.between(at, failing.next()));
            at = failing.next();
            failed = tried(failed, 8, TIMEOUT, at);
        }

        assertThat(failed.state()).isEqualTo(new Disabled(NOW.plus(Duration.ofDays(3)), Cause.FAILURES));
        assertThat(failed.held()).extracting(HeldReport::number).containsExactly(8L);
        assertThat(pauses)
                .startsWith(Duration.ofSeconds(5), Duration.ofMinutes(5), Duration.ofMinutes(30))
                .hasSize(9);
        assertThat(failed.enabled(NOW).state()).isEqualTo(new Working());
    }

    @Test
    void whatIsTakenMovesOnByOne() {
        var sent = new Answered(204);

        assertThat(tried(webhook, 8, sent, NOW).position()).isEqualTo(8);
        assertThat(tried(webhook.rewound(3), 8, sent, NOW).position())
                .as("rewound while it was sent")
                .isEqualTo(3);
        assertThat(webhook.rewound(9).position()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 400, 404, 429, 500, 503})
    void nothingElseIsTaken(int status) {
        assertThat(tried(webhook, 8, new Answered(status), NOW).state()).isInstanceOf(Failing.class);
    }

    @Test
    void goneIsDisabledAtOnce() {
        assertThat(tried(webhook, 8, new Answered(410), NOW).state()).isEqualTo(new Disabled(NOW, GONE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            from         | taken    | same         | another      | gone     | enabled | disabled
            Working      | Working  | FailingAlone | FailingAlone | Disabled | Working | Disabled
            FailingAlone | Working  | FailingAlone | Down         | Disabled | Working | Disabled
            Down         | Working  | Down         | Down         | Disabled | Working | Disabled
            Disabled     | Disabled | Disabled     | Disabled     | Disabled | Working | Disabled
            """)
    void everyMoveFromEveryState(ArgumentsAccessor row) {
        var one = new UUID(1, 1);
        var alone = new Working().notTaken(TIMEOUT, one, NOW);
        var from = Stream.of(
                        new Working(), alone, alone.notTaken(TIMEOUT, new UUID(1, 2), NOW), new Disabled(NOW, GONE))
                .filter(state -> name(state).equals(row.get(0)))
                .findAny()
                .orElseThrow();

        assertThat(Stream.of(
                        from,
                        from.taken(),
                        from.notTaken(TIMEOUT, one, NOW),
                        from.notTaken(TIMEOUT, new UUID(1, 2), NOW),
                        from.notTaken(new Answered(410), one, NOW),
                        from.enabled(),
                        from.disabled(NOW)))
                .extracting(WebhookTests::name)
                .containsExactly(row.toList().toArray(String[]::new));
    }

    /** Why and when it was disabled first stays. */
    @Test
    void disabledTwiceIsDisabledOnce() {
        var disabled = new Disabled(NOW, GONE);

        assertThat(disabled.disabled(NOW.plusSeconds(1))).isEqualTo(disabled);
        assertThat(disabled.notTaken(TIMEOUT, new UUID(1, 1), NOW.plusSeconds(1)))
                .isEqualTo(disabled);
    }

    private static String name(WebhookState state) {
        return state.getClass().getSimpleName();
    }

    @Test
    void theSecretBeforeSignsForADay() {
        var twice = webhook.rotated(new Secret("whsec_b", null), NOW).rotated(new Secret("whsec_c", null), NOW);

        assertThat(twice.secretsAt(NOW)).containsExactly("whsec_c", "whsec_b");
        assertThat(twice.secretsAt(NOW.plus(Webhook.OVERLAP))).containsExactly("whsec_c");
        assertThat(twice.toString()).doesNotContain("whsec_", "hook.test");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hook.test/a?b=c",
                "https://hook.test:8443/",
                "https://192.0.2.1/",
                "https://[2001:db8::1]/"
            })
    void httpsIsTaken(String url) {
        assertThat(ReceiverUrls.read(url, false)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hook.test/",
                "http://192.0.2.1/",
                "http://localhost/",
                "https://user:secret@hook.test/",
                "https://hook.test:25/",
                "ftp://hook.test/",
                "file:///etc/passwd",
                "hook.test",
                ""
            })
    void anythingElseIsNot(String url) {
        assertThat(List.of(ReceiverUrls.read(url, false), ReceiverUrls.read(url, true)))
                .allMatch(read -> read.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:9000/hook", "http://[::1]/hook", "http://2130706433/"})
    void httpToThisMachineIsForEvaluations(String url) {
        assertThat(ReceiverUrls.read(url, true)).isPresent();
        assertThat(ReceiverUrls.read(url, false)).isEmpty();
    }

    private static Webhook tried(Webhook webhook, long number, Receipt receipt, Instant now) {
        var change = new ReportChange(
                new UUID(0, number), "partner:x", number, new UUID(1, number), null, Step.ASKED, null, null, NOW);
        return webhook.tried(change, 7, receipt, Optional.empty(), now);
    }
}
