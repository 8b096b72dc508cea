package org.vigie.support.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.web.filter.OncePerRequestFilter;
import org.vigie.support.work.WorkInProgress;

/** Counts the requests that may change something and are not answered yet. */
final class OpenRequests extends OncePerRequestFilter implements WorkInProgress {

    private final AtomicInteger open = new AtomicInteger();
    private final AtomicLong begun = new AtomicLong();

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getMethod().equals("GET");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        open.incrementAndGet();
        begun.incrementAndGet();
        try {
            chain.doFilter(request, response);
        } finally {
            open.decrementAndGet();
        }
    }

    @Override
    public boolean idle() {
        return open.get() == 0;
    }

    @Override
    public long begun() {
        return begun.get();
    }
}
