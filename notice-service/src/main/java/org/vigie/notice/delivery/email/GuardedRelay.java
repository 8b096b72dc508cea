package org.vigie.notice.delivery.email;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.vigie.notice.delivery.Channel;
import org.vigie.notice.delivery.DeliveryResult;
import org.vigie.notice.delivery.DeliveryResult.NotYet;
import org.vigie.notice.delivery.DeliveryResult.Withdrawn;
import org.vigie.notice.delivery.HandOver;
import org.vigie.notice.delivery.OutgoingMessage;

/**
 * Spares a relay that keeps failing, and recipients that would get too much at once. It never waits: what may not go
 * now is due work for later, so that no thread sleeps and a moved clock stays right. It never tries twice either.
 */
final class GuardedRelay implements Channel {

    private static final Duration WHILE_ONE_ASKS = Duration.ofSeconds(5);
    private static final Duration WHILE_FULL = Duration.ofSeconds(1);

    private final Channel relay;
    private final RelayBreaker breaker;
    private final Bulkhead bulkhead;
    private final RecipientLimits limits;
    private final InstantSource clock;

    GuardedRelay(Channel relay, RelayBreaker breaker, Bulkhead bulkhead, RecipientLimits limits, InstantSource clock) {
        this.relay = relay;
        this.breaker = breaker;
        this.bulkhead = bulkhead;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public DeliveryResult deliver(OutgoingMessage message, HandOver handOver) {
        if (!bulkhead.tryAcquirePermission()) {
            return new NotYet(clock.instant().plus(WHILE_FULL));
        }
        try {
            return behindBreaker(message, handOver);
        } finally {
            bulkhead.onComplete();
        }
    }

    private DeliveryResult behindBreaker(OutgoingMessage message, HandOver handOver) {
        var breaking = breaker.breaker();
        if (!breaking.tryAcquirePermission()) {
            return new NotYet(
                    breaker.openUntil().orElseGet(() -> clock.instant().plus(WHILE_ONE_ASKS)));
        }
        var counted = false;
        try {
            var wait = limits.take(domainOf(message));
            if (!wait.isZero()) {
                return new NotYet(clock.instant().plus(wait));
            }
            var result = relay.deliver(message, handOver);
            counted = count(breaking, result);
            return result;
        } finally {
            if (!counted) {
                breaking.releasePermission();
            }
        }
    }

    /** What we withdrew ourselves says nothing about the relay. */
    private static boolean count(CircuitBreaker breaking, DeliveryResult result) {
        if (result instanceof Withdrawn) {
            return false;
        }
        breaking.onResult(0, TimeUnit.MILLISECONDS, result);
        return true;
    }

    private static String domainOf(OutgoingMessage message) {
        return message.recipient().substring(message.recipient().lastIndexOf('@') + 1);
    }
}
