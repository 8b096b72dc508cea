package org.vigie.notice.signin.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Objects;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.DefaultSavedRequest;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/** Brings whoever signed in to the page that they asked for, which the session keeps: no address says where to. */
final class WhereTheyWere implements AuthenticationSuccessHandler {

    private final HttpSessionRequestCache pages = new HttpSessionRequestCache();
    private final Duration idle;

    /** @param idle how long a session lasts from now on that nobody uses */
    WhereTheyWere(Duration idle) {
        this.idle = idle;
        pages.setRequestMatcher(
                request -> HttpMethod.GET.matches(request.getMethod()) && !DeskRefusals.byScript(request));
    }

    RequestCache pages() {
        return pages;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication who) {
        request.getSession().setMaxInactiveInterval((int) idle.toSeconds());
        var page = pages.getRequest(request, response) instanceof DefaultSavedRequest asked
                ? path(asked)
                : DeskPaths.FIRST;
        pages.removeRequest(request, response);
        new PathRedirects().sendRedirect(request, response, page);
    }

    private static String path(DefaultSavedRequest asked) {
        var path = Objects.requireNonNull(asked.getRequestURI());
        return asked.getQueryString() == null ? path : path + "?" + asked.getQueryString();
    }
}
