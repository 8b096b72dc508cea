package org.vigie.support.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/** Knows whoever holds the token of an evaluation, who may do everything. */
final class TokenHolders implements AuthenticationProvider {

    private final byte[] token;

    TokenHolders(String token) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public @Nullable Authentication authenticate(Authentication asked) {
        var given = ((BearerTokenAuthenticationToken) asked).getToken().getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(given, token)
                ? UsernamePasswordAuthenticationToken.authenticated(
                        new Caller.TokenHolder(), null, List.of(CallerRole.values()))
                : null;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return BearerTokenAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
