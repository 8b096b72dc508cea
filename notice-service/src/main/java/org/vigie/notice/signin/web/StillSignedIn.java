package org.vigie.notice.signin.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;
import org.vigie.support.access.IssuerSilent;
import org.vigie.support.access.SignedIn;

/**
 * Reads at each request who is at the desk from the access token of their session, as the REST interface reads it, and
 * has the issuer renew that token before it ends. So a role that is taken away counts no longer than a token lasts; who
 * has no token that counts signs in again.
 */
final class StillSignedIn extends OncePerRequestFilter {

    private final OAuth2AuthorizedClientRepository tokens;
    private final TokenRenewal renewal;
    private final People people;

    StillSignedIn(OAuth2AuthorizedClientRepository tokens, TokenRenewal renewal, People people) {
        this.tokens = tokens;
        this.renewal = renewal;
        this.people = people;
    }

    /** @throws AuthenticationException if nobody is signed in any more, or the issuer does not answer */
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var known = SecurityContextHolder.getContext().getAuthentication();
        if (known != null && known.getPrincipal() instanceof SignedIn person) {
            SecurityContextHolder.setContext(new SecurityContextImpl(read(request, response, known, person)));
        }
        chain.doFilter(request, response);
    }

    private Authentication read(
            HttpServletRequest request, HttpServletResponse response, Authentication known, SignedIn person) {
        try {
            var now = people.now(person, token(request, response, known).getAccessToken());
            return new OAuth2AuthenticationToken(now, now.getAuthorities(), DeskSettings.REGISTRATION);
        } catch (IssuerSilent silent) {
            throw silent;
        } catch (AuthenticationException ended) {
            request.getSession().invalidate();
            throw new CredentialsExpiredException("the token counts no longer", ended);
        }
    }

    /** One request of a session at a time: an issuer may take each refresh token once only. */
    private OAuth2AuthorizedClient token(
            HttpServletRequest request, HttpServletResponse response, Authentication known) {
        synchronized (WebUtils.getSessionMutex(request.getSession())) {
            OAuth2AuthorizedClient kept = tokens.loadAuthorizedClient(DeskSettings.REGISTRATION, known, request);
            var renewed = renewal.of(Objects.requireNonNull(kept), known);
            renewed.ifPresent(fresh -> tokens.saveAuthorizedClient(fresh, known, request, response));
            return renewed.orElse(kept);
        }
    }
}
