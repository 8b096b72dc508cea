package org.vigie.registry.rdap.http;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.vigie.registry.rdap.RdapTransport;

/**
 * At most one question a second to each server, a second one where the first met a passing fault, none for a minute to
 * one that keeps failing, and none for as long as it asked. Servers are few: those of the bootstrap facts and where
 * they redirect to.
 */
final class PoliteTransport implements RdapTransport {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int SERVER_ERROR = 500;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Set<String> PASSING = Set.of("TIMEOUT", "NO_CONNECTION");

    private final RdapTransport transport;
    private final RateLimiterRegistry limiters;
    private final Retry retry;
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
        this.retry = Retry.of(
                "rdap",
                RetryConfig.<Reply>custom()
                        .maxAttempts(2)
                        .waitDuration(between)
                        .retryOnResult(PoliteTransport::mayPass)
                        .build());
    }

    @Override
    public Reply get(URI uri) {
        return retry.executeSupplier(() -> once(uri));
    }

    private Reply once(URI uri) {
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
        note(breaker, reply);
        return reply;
    }

    private static void note(CircuitBreaker breaker, Reply reply) {
        switch (reply) {
            case Reply.Busy(int _, Duration pause) ->
                breaker.transitionToOpenStateFor(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
            case Reply.Failed _ -> failed(breaker);
            case Reply.Answered(int status, byte[] _)
            when status >= SERVER_ERROR || status == TOO_MANY_REQUESTS -> failed(breaker);
            case Reply.Answered _, Reply.Redirected _ -> breaker.onSuccess(0, TimeUnit.MILLISECONDS);
        }
    }

    private static void failed(CircuitBreaker breaker) {
        breaker.onError(0, TimeUnit.MILLISECONDS, new IllegalStateException("no usable answer"));
    }

    private static boolean mayPass(Reply reply) {
        return switch (reply) {
            case Reply.Failed(String code) -> PASSING.contains(code);
            case Reply.Answered(int status, byte[] _) -> status >= SERVER_ERROR;
            case Reply.Busy _, Reply.Redirected _ -> false;
        };
    }
}
