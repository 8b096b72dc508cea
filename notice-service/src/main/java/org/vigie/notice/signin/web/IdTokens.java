package org.vigie.notice.signin.web;

import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.vigie.support.access.IssuerTokens;

/** ID tokens are read as access tokens are, for the client instead of the API, and by the rules that only they have. */
final class IdTokens implements JwtDecoderFactory<ClientRegistration> {

    private final IssuerTokens tokens;

    IdTokens(DeskSettings settings) {
        this.tokens = new IssuerTokens(settings.issuerAddress(), settings.client());
    }

    @Override
    public JwtDecoder createDecoder(ClientRegistration client) {
        var rules = new OidcIdTokenValidator(client);
        return token -> ruled(tokens.read(token), rules);
    }

    private static Jwt ruled(Jwt token, OidcIdTokenValidator rules) {
        if (rules.validate(token).hasErrors()) {
            throw new BadJwtException("no ID token for this client");
        }
        return token;
    }
}
