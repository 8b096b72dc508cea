package org.vigie.support.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.Principal;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Lets a request under {@code /v1}, or one that has something published again, through with the bearer token (RFC 6750)
 * and refuses every other. Elsewhere the token is not needed; with it, health has its details. Neither is it for
 * providers' answers, whose paths hold a token of their own.
 */
final class TokenFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    /** Matched as handlers are: {@code /%761} and {@code /v1;a} lead to them, too. */
    private static final List<PathPattern> PROTECTED = Stream.of("/v1/**", "/actuator/republish")
            .map(PathPatternParser.defaultInstance::parse)
            .toList();

    private static final PathPattern HAS_ITS_OWN = PathPatternParser.defaultInstance.parse("/v1/replies/{token}/**");

    private final byte[] token;

    TokenFilter(String token) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null && authorization.startsWith(SCHEME) && isToken(authorization)) {
            chain.doFilter(new Authorized(request), response);
            return;
        }
        if (!asksForTheToken(ServletRequestPathUtils.parseAndCache(request).pathWithinApplication())) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getWriter()
                .write(Problems.text(
                        HttpStatus.UNAUTHORIZED,
                        "unauthorized",
                        "Header Authorization must hold a valid bearer token."));
    }

    /** Whether what is at a path, or at the paths of a template, is for whoever has the token only. */
    static boolean asksForTheToken(String path) {
        return asksForTheToken(PathContainer.parsePath(path));
    }

    private static boolean asksForTheToken(PathContainer path) {
        return !HAS_ITS_OWN.matches(path) && PROTECTED.stream().anyMatch(pattern -> pattern.matches(path));
    }

    private boolean isToken(String authorization) {
        var given = authorization.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(given, token);
    }

    /** A request whose sender has the token. */
    private static final class Authorized extends HttpServletRequestWrapper {

        Authorized(HttpServletRequest request) {
            super(request);
        }

        @Override
        public Principal getUserPrincipal() {
            return () -> "token";
        }
    }
}
