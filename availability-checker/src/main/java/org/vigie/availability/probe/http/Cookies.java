package org.vigie.availability.probe.http;

import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.cookie.BasicCookieStore;
import org.apache.hc.client5.http.cookie.Cookie;
import org.apache.hc.client5.http.cookie.CookieOrigin;
import org.apache.hc.client5.http.cookie.CookieSpec;
import org.apache.hc.client5.http.cookie.MalformedCookieException;
import org.apache.hc.client5.http.impl.cookie.RFC6265LaxSpec;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.vigie.url.Host;
import org.vigie.url.PublicSuffixes;
import org.vigie.url.Scheme;
import org.vigie.url.WebUrl;

/**
 * The cookies of one question, kept for its redirects and gone with it (RFC 6265): a cookie test or a redirect onto
 * itself is passed as a browser passes it, and no two questions are known by one.
 */
final class Cookies {

    private static final CookieSpec SPEC = new RFC6265LaxSpec();
    /** As many as browsers keep of one site. */
    private static final int MOST = 180;

    private final BasicCookieStore store = new BasicCookieStore();
    private final PublicSuffixes suffixes;

    Cookies(PublicSuffixes suffixes) {
        this.suffixes = suffixes;
    }

    /** Keeps what the answer sets and may set. */
    void keep(ClassicHttpResponse response, WebUrl url) {
        var origin = origin(url);
        for (var header : response.getHeaders("Set-Cookie")) {
            keep(header, origin, url);
        }
    }

    private void keep(Header header, CookieOrigin origin, WebUrl url) {
        try {
            for (var cookie : SPEC.parse(header, origin)) {
                SPEC.validate(cookie, origin);
                if (mayBeSet(cookie, url) && store.getCookies().size() < MOST) {
                    store.addCookie(cookie);
                }
            }
        } catch (MalformedCookieException _) {
            // Not a cookie, or one for somebody else's names.
        }
    }

    /**
     * Not for a whole public suffix, not secure from a connection that is not, and nothing that a header cannot carry.
     */
    private boolean mayBeSet(Cookie cookie, WebUrl url) {
        var text = cookie.getName() + cookie.getValue();
        if (text.chars().anyMatch(Character::isISOControl) || (cookie.isSecure() && url.scheme() != Scheme.HTTPS)) {
            return false;
        }
        var domain = cookie.getDomain();
        if (domain == null || domain.equals(url.hostWithoutDot()) || !(url.host() instanceof Host.Domain)) {
            return domain == null || domain.equals(url.hostWithoutDot());
        }
        return suffixes.suffix(url.host())
                .map(suffix -> domain.length() > suffix.name().length())
                .orElse(false);
    }

    /** What to send with a request for the URL; empty if there is nothing. */
    Optional<String> of(WebUrl url) {
        var origin = origin(url);
        var sent = store.getCookies().stream()
                .filter(cookie -> SPEC.match(cookie, origin))
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        return sent.isEmpty() ? Optional.empty() : Optional.of(sent);
    }

    private static CookieOrigin origin(WebUrl url) {
        return new CookieOrigin(url.hostWithoutDot(), url.port(), url.path(), url.scheme() == Scheme.HTTPS);
    }
}
