package org.vigie.support.access;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Somebody who signed in to a page, for as long as the session lasts: the same principal as with an access token.
 *
 * @param idToken what the issuer wants to see when they sign out there
 */
public record SignedIn(Caller.Principal caller, Set<CallerRole> roles, OidcIdToken idToken) implements OidcUser {

    public SignedIn {
        roles = Set.copyOf(roles);
    }

    @Override
    public String getName() {
        return Objects.requireNonNull(idToken.getSubject());
    }

    @Override
    public Set<CallerRole> getAuthorities() {
        return roles;
    }

    @Override
    public OidcIdToken getIdToken() {
        return idToken;
    }

    @Override
    public Map<String, Object> getClaims() {
        return idToken.getClaims();
    }

    @Override
    public Map<String, Object> getAttributes() {
        return idToken.getClaims();
    }

    @Override
    public @Nullable OidcUserInfo getUserInfo() {
        return null;
    }

    /** Leaves everything out. */
    @Override
    public String toString() {
        return "SignedIn";
    }
}
