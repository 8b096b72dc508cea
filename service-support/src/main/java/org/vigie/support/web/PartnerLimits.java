package org.vigie.support.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.springframework.web.servlet.HandlerInterceptor;
import org.vigie.support.access.Caller;
import org.vigie.support.access.Partner;

/**
 * Counts what each partner asks within a minute, in real time, and says in each answer what is left
 * (draft-ietf-httpapi-ratelimit-headers-10). Forgotten when the process ends.
 */
final class PartnerLimits implements HandlerInterceptor {

    /** How much may be asked in how long. */
    static final String POLICY = "RateLimit-Policy";

    /** What is left of it. */
    static final String LEFT = "RateLimit";

    private static final long WINDOW = TimeUnit.MINUTES.toNanos(1);

    /** A minute that began with a request. */
    private record Window(long began, long asked) {

        long secondsLeft(long now) {
            return Math.ceilDiv(WINDOW - (now - began), TimeUnit.SECONDS.toNanos(1));
        }
    }

    private final long limit;
    private final LongSupplier nanoTime;
    private final Map<Partner, Window> windows = new ConcurrentHashMap<>();

    PartnerLimits(long limit, LongSupplier nanoTime) {
        this.limit = limit;
        this.nanoTime = nanoTime;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (Caller.of(request.getUserPrincipal()).orElse(null) instanceof Partner partner) {
            count(partner, response);
        }
        return true;
    }

    private void count(Partner partner, HttpServletResponse response) {
        var now = nanoTime.getAsLong();
        var window = windows.merge(
                partner,
                new Window(now, 1),
                (known, begun) -> now - known.began() >= WINDOW ? begun : new Window(known.began(), known.asked() + 1));
        var seconds = window.secondsLeft(now);
        response.setHeader(POLICY, "\"partner\";q=%d;w=60".formatted(limit));
        response.setHeader(
                "RateLimit", "\"partner\";r=%d;t=%d".formatted(Math.max(0, limit - window.asked()), seconds));
        if (window.asked() > limit) {
            throw new TooManyRequests(seconds);
        }
    }
}
