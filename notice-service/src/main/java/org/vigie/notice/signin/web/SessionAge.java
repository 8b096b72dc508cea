package org.vigie.notice.signin.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session that has lasted long enough, however much it is used. */
final class SessionAge extends OncePerRequestFilter {

    private final Duration longest;
    private final InstantSource time;

    /** @param time real time, whatever the product's clock says */
    SessionAge(Duration longest, InstantSource time) {
        this.longest = longest;
        this.time = time;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        if (session != null && isOver(Instant.ofEpochMilli(session.getCreationTime()))) {
            session.invalidate();
        }
        chain.doFilter(request, response);
    }

    private boolean isOver(Instant began) {
        return Duration.between(began, time.instant()).compareTo(longest) > 0;
    }
}
