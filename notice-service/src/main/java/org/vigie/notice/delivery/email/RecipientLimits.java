package org.vigie.notice.delivery.email;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.internal.AtomicRateLimiter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much one recipient domain gets: so many messages in an hour, and so many at once. On the one clock; forgotten
 * when the process ends, which costs a recipient at most one more burst.
 */
final class RecipientLimits {

    private static final Duration BURST = Duration.ofSeconds(10);
    private static final Duration RATE = Duration.ofHours(1);

    private final int atOnce;
    private final int inAnHour;
    private final InstantSource clock;
    private final Instant origin;
    private final AtomicLong latest = new AtomicLong();
    private final Map<String, List<RateLimiter>> byDomain = new HashMap<>();

    RecipientLimits(int atOnce, int inAnHour, InstantSource clock) {
        this.atOnce = atOnce;
        this.inAnHour = inAnHour;
        this.clock = clock;
        this.origin = clock.instant();
    }

    /** Takes one message's permission, or says how long there will be none. */
    synchronized Duration take(String domain) {
        var limiters = byDomain.computeIfAbsent(
                domain.toLowerCase(Locale.ROOT),
                _ -> List.of(limiter("burst", atOnce, BURST), limiter("rate", inAnHour, RATE)));
        var wait =
                limiters.stream().mapToLong(RecipientLimits::nanosToWait).max().orElse(0);
        if (wait > 0) {
            return Duration.ofNanos(wait).plusMillis(1);
        }
        limiters.forEach(RateLimiter::acquirePermission);
        return Duration.ZERO;
    }

    private static long nanosToWait(RateLimiter limiter) {
        return ((AtomicRateLimiter) limiter).getDetailedMetrics().getNanosToWait();
    }

    private RateLimiter limiter(String name, int permissions, Duration period) {
        var config = RateLimiterConfig.custom()
                .limitForPeriod(permissions)
                .limitRefreshPeriod(period)
                .timeoutDuration(Duration.ZERO)
                .build();
        return new AtomicRateLimiter(name, config, this::nanos);
    }

    /** Never backwards, also where the system's clock is set back. */
    private long nanos() {
        var elapsed = Duration.between(origin, clock.instant()).toNanos();
        return latest.accumulateAndGet(elapsed, Math::max);
    }
}
