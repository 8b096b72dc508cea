package org.vigie.notice.signin.web;

import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.vigie.support.Person;
import org.vigie.support.access.Caller;
import org.vigie.support.access.CallerRole;
import org.vigie.support.access.SignedIn;

/**
 * Knows who is at the desk by their access token, read as the REST interface reads it: the same person, the same roles,
 * and no second place where either is told.
 */
final class People implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private final AuthenticationManager callers;

    People(AuthenticationManager callers) {
        this.callers = callers;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest signedIn) {
        return read(signedIn.getAccessToken(), signedIn.getIdToken());
    }

    /**
     * The same person as their token says now.
     *
     * @throws AuthenticationException if it counts no longer, or is another's
     */
    SignedIn now(SignedIn before, OAuth2AccessToken token) {
        return read(token, before.idToken());
    }

    private SignedIn read(OAuth2AccessToken token, OidcIdToken idToken) {
        var known = callers.authenticate(new BearerTokenAuthenticationToken(token.getTokenValue()));
        var subject = Objects.requireNonNull(idToken.getSubject());
        var named = Person.of(Objects.requireNonNull(idToken.getIssuer()).toString(), subject, subject);
        if (known.getPrincipal() instanceof Caller.Principal caller
                && Person.same(caller.person().text(), named.text())) {
            var roles = known.getAuthorities().stream()
                    .filter(CallerRole.class::isInstance)
                    .map(CallerRole.class::cast)
                    .collect(Collectors.toUnmodifiableSet());
            return new SignedIn(caller, roles, idToken);
        }
        throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_TOKEN);
    }
}
