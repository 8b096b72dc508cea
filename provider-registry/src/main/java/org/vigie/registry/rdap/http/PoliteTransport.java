package org.vigie.registry.rdap.http;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.vigie.registry.rdap.RdapTransport;

/**
 * At most one question a second to each server, and none for a minute to one that keeps failing. Servers are few: those
 * of the bootstrap facts and where they redirect to.
 */
final class PoliteTransport implements RdapTransport {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int SERVER_ERROR = 500;
    private static final int TOO_MANY_REQUESTS = 429;

    private final RdapTransport transport;
    private final RateLimiterRegistry limiters;
    private final CircuitBreakerRegistry breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
            .slidingWindowSize(10)
            .minimumNumberOfCalls(5)
            .failureRateThreshold(50)
            .waitDurationInOpenState(Duration.ofMinutes(1))
            .permittedNumberOfCallsInHalfOpenState(1)
            .build());

    PoliteTransport(RdapTransport transport, Duration between) {
        this.transport = transport;
        this.limiters = RateLimiterRegistry.of(RateLimiterConfig.custom()
                .limitForPeriod(1)
                .limitRefreshPeriod(between)
                .timeoutDuration(PATIENCE)
                .build());
    }

    @Override
    public Reply get(URI uri) {
        var server = String.valueOf(uri.getAuthority()).toLowerCase(Locale.ROOT);
        var breaker = breakers.circuitBreaker(server);
        if (!breaker.tryAcquirePermission()) {
            return new Reply.Failed("SERVER_KEEPS_FAILING");
        }
        if (!limiters.rateLimiter(server).acquirePermission()) {
            breaker.releasePermission();
            return new Reply.Failed("TOO_MANY_QUESTIONS");
        }
        var reply = transport.get(uri);
        if (failed(reply)) {
            breaker.onError(0, TimeUnit.MILLISECONDS, new IllegalStateException("no usable answer"));
        } else {
            breaker.onSuccess(0, TimeUnit.MILLISECONDS);
        }
        return reply;
    }

    private static boolean failed(Reply reply) {
        return switch (reply) {
            case Reply.Failed _ -> true;
            case Reply.Answered answered -> answered.status() >= SERVER_ERROR || answered.status() == TOO_MANY_REQUESTS;
            case Reply.Redirected _ -> false;
        };
    }
}
