package org.vigie.notice.delivery.email;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.vigie.notice.delivery.DeliveryResult;
import org.vigie.notice.delivery.DeliveryResult.NotNow;
import org.vigie.notice.delivery.DeliveryResult.Uncertain;

/**
 * Opens when the relay itself fails again and again, and lets one message through after a minute. Its minute is one of
 * the one clock: a notice that waits for it is due work like any other.
 */
final class RelayBreaker {

    private static final Duration OPEN = Duration.ofMinutes(1);

    /** No TLS, failed TLS, closing down: about the relay, whatever their class of subject. */
    private static final Set<String> ABOUT_THE_RELAY = Set.of("4.7.0", "4.7.4", "4.7.5", "421");

    private final CircuitBreakerRegistry registry;
    private final CircuitBreaker breaker;
    private final Clock clock;
    private volatile Instant openUntil = Instant.EPOCH;

    RelayBreaker(String name, Clock clock) {
        this.clock = clock;
        this.registry = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowSize(10)
                .minimumNumberOfCalls(5)
                .failureRateThreshold(50)
                .waitDurationInOpenState(OPEN)
                .permittedNumberOfCallsInHalfOpenState(1)
                .clock(clock)
                .currentTimestampFunction(Clock::millis, TimeUnit.MILLISECONDS)
                .recordResult(result -> isAboutTheRelay((DeliveryResult) result))
                .build());
        this.breaker = registry.circuitBreaker(name);
        breaker.getEventPublisher().onStateTransition(event -> {
            if (event.getStateTransition().getToState() == CircuitBreaker.State.OPEN) {
                openUntil = clock.instant().plus(OPEN).plusMillis(1);
            }
        });
    }

    CircuitBreaker breaker() {
        return breaker;
    }

    /** Until when nothing is let through; empty if that is over. */
    Optional<Instant> openUntil() {
        return Optional.of(openUntil).filter(until -> until.isAfter(clock.instant()));
    }

    void bindTo(MeterRegistry meters) {
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(registry).bindTo(meters);
    }

    /** Mail system and network (RFC 3463 sections 3.4 and 3.5), not the mailbox and not the message. */
    private static boolean isAboutTheRelay(DeliveryResult result) {
        return switch (result) {
            case Uncertain _ -> true;
            case NotNow(var status) ->
                ABOUT_THE_RELAY.contains(status) || status.startsWith(".3.", 1) || status.startsWith(".4.", 1);
            case DeliveryResult.Accepted _,
                    DeliveryResult.RefusedForGood _,
                    DeliveryResult.NotYet _,
                    DeliveryResult.Withdrawn _ -> false;
        };
    }
}
