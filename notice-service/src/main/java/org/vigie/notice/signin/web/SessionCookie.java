package org.vigie.notice.signin.web;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.web.server.Cookie.SameSite;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.boot.web.server.servlet.Session;
import org.springframework.boot.web.server.servlet.Session.SessionTrackingMode;

/**
 * The one cookie. With https no other host and no plain connection can set it ({@code __Host-}, RFC 6265bis, section
 * 4.1.3.2); browsers take that prefix from https only, so on loopback it is called otherwise.
 */
final class SessionCookie implements WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> {

    static final String NAME = "vigie";

    /** Whoever has not signed in by then starts again. */
    private static final Duration SIGNING_IN = Duration.ofMinutes(10);

    private final boolean https;

    SessionCookie(boolean https) {
        this.https = https;
    }

    @Override
    public void customize(ConfigurableServletWebServerFactory server) {
        var session = new Session();
        session.setTimeout(SIGNING_IN);
        session.setTrackingModes(Set.of(SessionTrackingMode.COOKIE));
        var cookie = session.getCookie();
        cookie.setName(https ? "__Host-" + NAME : NAME);
        cookie.setPath("/");
        cookie.setSecure(https);
        cookie.setHttpOnly(true);
        cookie.setSameSite(SameSite.LAX);
        server.setSession(session);
    }
}
