package org.vigie.notice.replypage.web;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How often one network address may ask for what needs no API token, in real time. Forgotten when the process ends. The
 * addresses asked from last are remembered, so many that their counts fit into a few megabytes.
 */
@Component
class VisitorLimits {

    private static final int REMEMBERED = 10_000;

    private final RateLimiterConfig config;
    private final Map<String, RateLimiter> byAddress = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, RateLimiter> eldest) {
            return size() > REMEMBERED;
        }
    };

    VisitorLimits(ReplyPageSettings settings) {
        this.config = RateLimiterConfig.custom()
                .limitForPeriod(settings.replyRequestsPerMinute())
                .limitRefreshPeriod(Duration.ofMinutes(1))
                .timeoutDuration(Duration.ZERO)
                .build();
    }

    /**
     * Counts one request.
     *
     * @throws ReplyRefused if it is one too many
     */
    void take(String address) {
        if (!limiter(address).acquirePermission()) {
            throw new ReplyRefused(ReplyRefused.Why.TOO_MANY_REQUESTS);
        }
    }

    private RateLimiter limiter(String address) {
        synchronized (byAddress) {
            return byAddress.computeIfAbsent(address, _ -> RateLimiter.of("visitor", config));
        }
    }
}
