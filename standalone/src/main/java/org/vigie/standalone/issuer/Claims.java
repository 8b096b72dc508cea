package org.vigie.standalone.issuer;

import java.util.List;
import java.util.Objects;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.oidc.StandardClaimNames;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.vigie.standalone.issuer.Account.Kind;

/** What docs/roles.md wants of an access token: audience, roles, a name, and whose client it was (RFC 9068). */
final class Claims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    private final IssuerRules rules;

    Claims(IssuerRules rules) {
        this.rules = rules;
    }

    @Override
    public void customize(JwtEncodingContext token) {
        token.getJwsHeader().algorithm(SignatureAlgorithm.ES256);
        if (!OAuth2TokenType.ACCESS_TOKEN.equals(token.getTokenType())) {
            return;
        }
        var client = token.getRegisteredClient().getClientId();
        var kind = AuthorizationGrantType.CLIENT_CREDENTIALS.equals(token.getAuthorizationGrantType())
                ? Kind.CLIENT
                : Kind.PERSON;
        var who = Objects.requireNonNull(token.<Authentication>getPrincipal()).getName();
        var account = rules.accounts().find(kind, who);
        token.getClaims()
                .audience(List.of(rules.audience()))
                .claim("client_id", client)
                .claim(IssuerRules.ROLES, account.map(Account::roles).orElse(List.of()))
                .claim(StandardClaimNames.NAME, account.map(Account::name).orElse(client));
    }
}
