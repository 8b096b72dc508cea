package org.vigie.notice.signin.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.StandardClaimNames;
import org.vigie.support.access.Discovery;

/** The desk as the issuer's client. The issuer is asked when somebody first signs in, so it need not answer before. */
final class DeskClient implements ClientRegistrationRepository {

    private static final String SIGNING_OUT = "end_session_endpoint";

    private final DeskSettings settings;
    private final Discovery issuer;

    DeskClient(DeskSettings settings) {
        this.settings = settings;
        this.issuer = new Discovery(settings.issuerAddress());
    }

    /** @throws UncheckedIOException if the issuer is silent or says what cannot be */
    @Override
    public ClientRegistration findByRegistrationId(String registrationId) {
        try {
            return made(issuer.said());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ClientRegistration made(Discovery.Said said) throws IOException {
        var secret = settings.secret();
        return ClientRegistration.withRegistrationId(DeskSettings.REGISTRATION)
                .clientId(settings.client())
                .clientSecret(secret)
                .clientAuthenticationMethod(
                        secret == null
                                ? ClientAuthenticationMethod.NONE
                                : ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(settings.address() + DeskPaths.SIGNED_IN)
                .scope(settings.desk().scopes().strip().split(" +", -1))
                .issuerUri(settings.issuerAddress())
                .authorizationUri(said.address("authorization_endpoint").toString())
                .tokenUri(said.address("token_endpoint").toString())
                .jwkSetUri(said.address("jwks_uri").toString())
                .userNameAttributeName(StandardClaimNames.SUB)
                .providerConfigurationMetadata(metadata(said))
                .build();
    }

    private static Map<String, Object> metadata(Discovery.Said said) throws IOException {
        return said.addressIfAny(SIGNING_OUT)
                .map(address -> Map.<String, Object>of(SIGNING_OUT, address.toString()))
                .orElse(Map.of());
    }
}
