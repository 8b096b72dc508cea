package org.vigie.support.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What every answer under {@code /v1} says, refusals included: that nobody keeps it, and the id of its request, the
 * client's own if it is harmless. The log of a failure has it as {@code requestId}.
 */
final class AnswerHeaders extends OncePerRequestFilter {

    static final String REQUEST_ID = "X-Request-Id";

    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9-]{1,64}");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var given = request.getHeader(REQUEST_ID);
        response.setHeader(
                REQUEST_ID,
                given != null && HARMLESS.matcher(given).matches()
                        ? given
                        : UUID.randomUUID().toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        chain.doFilter(request, response);
    }
}
