package org.vigie.notice.signin.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfToken;
import org.vigie.support.access.Caller;
import org.vigie.support.access.IssuerSilent;

/**
 * What is answered to who is not signed in, or may not do what they ask. A form that comes without a session, or with
 * another's token, is not done and not lost: the answer holds all that was typed, to be sent again. Nothing of it stays
 * here.
 */
final class DeskRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final String CSRF = "_csrf";

    private final SignInPages pages;

    DeskRefusals(SignInPages pages) {
        this.pages = pages;
    }

    record Field(String name, String value) {}

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof IssuerSilent) {
            silent(request, response);
        } else if (byScript(request)) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else if (isForm(request)) {
            ended(request, response);
        } else {
            new PathRedirects().sendRedirect(request, response, DeskPaths.SIGN_IN);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        var known = Caller.of(SecurityContextHolder.getContext().getAuthentication());
        if (denied instanceof CsrfException) {
            if (known.isEmpty()) {
                ended(request, response);
            } else {
                var content = kept(request);
                content.put("csrf", csrf(request));
                pages.write(request, response, HttpStatus.FORBIDDEN, "stale", content);
            }
        } else {
            pages.write(request, response, HttpStatus.FORBIDDEN, "denied", signedIn(request, known));
        }
    }

    /** The session stays: the issuer may answer again. */
    private void silent(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var content = isForm(request) ? kept(request) : Map.<String, Object>of("signIn", true);
        pages.write(request, response, HttpStatus.SERVICE_UNAVAILABLE, "silent", content);
    }

    private void ended(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (byScript(request)) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            return;
        }
        var content = kept(request);
        content.put("newTab", true);
        pages.write(request, response, HttpStatus.UNAUTHORIZED, "ended", content);
    }

    private static Map<String, Object> signedIn(HttpServletRequest request, Optional<Caller> known) {
        return known.orElse(null) instanceof Caller.Principal who
                ? Map.of("signOut", csrf(request), "person", who.person().name())
                : Map.of("signIn", true);
    }

    private static Map<String, Object> kept(HttpServletRequest request) {
        var content = new HashMap<String, Object>();
        content.put("action", request.getRequestURI());
        content.put("fields", typed(request));
        return content;
    }

    private static List<Field> typed(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .filter(field -> !field.getKey().equals(CSRF))
                .flatMap(field -> Arrays.stream(field.getValue()).map(value -> new Field(field.getKey(), value)))
                .toList();
    }

    private static String csrf(HttpServletRequest request) {
        return ((CsrfToken) request.getAttribute(CsrfToken.class.getName())).getToken();
    }

    private static boolean isForm(HttpServletRequest request) {
        return request.getMethod().equals("POST");
    }

    /** By a script of the page, which shows in its own way that the session has ended. */
    static boolean byScript(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null || "empty".equals(request.getHeader("Sec-Fetch-Dest"));
    }
}
