package org.vigie.standalone.issuer;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.vigie.standalone.issuer.Account.Kind;

/** The desk, which has a secret so that its tokens can be renewed, and the programs of the file. */
final class Clients implements RegisteredClientRepository {

    private static final Duration VALID = Duration.ofMinutes(10);
    /** As long as a session lasts at most. */
    private static final Duration RENEWED_FOR = Duration.ofHours(10);

    private final IssuerRules rules;

    Clients(IssuerRules rules) {
        this.rules = rules;
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("the file is edited by hand");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String id) {
        return id.equals(IssuerInside.DESK)
                ? desk()
                : rules.accounts().find(Kind.CLIENT, id).map(Clients::program).orElse(null);
    }

    private RegisteredClient desk() {
        var desk = registered(IssuerInside.DESK)
                .clientSecret(rules.deskSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .scope(OidcScopes.OPENID)
                .scope(OidcScopes.PROFILE);
        rules.desks()
                .forEach(address -> desk.redirectUri(address + "/desk/signed-in")
                        .postLogoutRedirectUri(address + "/desk/signed-out"));
        return desk.build();
    }

    private static RegisteredClient program(Account account) {
        return registered(account.id())
                .clientSecret(account.secret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .build();
    }

    private static RegisteredClient.Builder registered(String id) {
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(VALID)
                        .refreshTokenTimeToLive(RENEWED_FOR)
                        .idTokenSignatureAlgorithm(SignatureAlgorithm.ES256)
                        .build());
    }
}
