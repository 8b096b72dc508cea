package org.vigie.support.access;

import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/** Knows partners by keys of our own; asks others about everything else, which no key is ever shown to. */
final class KeyHolders implements AuthenticationManager {

    private final PartnerKeys keys;
    private final AuthenticationManager others;

    KeyHolders(PartnerKeys keys, AuthenticationManager others) {
        this.keys = keys;
        this.others = others;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        return asked instanceof BearerTokenAuthenticationToken bearer
                        && bearer.getToken().startsWith(PartnerKeys.PREFIX)
                ? holder(bearer.getToken())
                : others.authenticate(asked);
    }

    private Authentication holder(String key) {
        try {
            return keys.holder(key)
                    .filter(known -> !known.partner().isReserved())
                    .map(known ->
                            UsernamePasswordAuthenticationToken.authenticated(known.partner(), null, known.roles()))
                    .orElseThrow(() -> new InvalidBearerTokenException("not a key, or no longer"));
        } catch (DataAccessException e) {
            throw new KeysUnavailable(e);
        }
    }
}
