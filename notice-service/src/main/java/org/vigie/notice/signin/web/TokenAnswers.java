package org.vigie.notice.signin.web;

import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;

/** How the issuer is asked for tokens, and who reads those of a sign-in. */
final class TokenAnswers {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private TokenAnswers() {}

    static OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> forCodes() {
        var client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(patient());
        return client;
    }

    static OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> forRefreshTokens() {
        var client = new RestClientRefreshTokenTokenResponseClient();
        client.setRestClient(patient());
        return client;
    }

    /** As Spring's own, but it does not wait for ever. */
    private static RestClient patient() {
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(PATIENCE).build());
        requests.setReadTimeout(PATIENCE);
        return RestClient.builder()
                .requestFactory(requests)
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }

    static ObjectPostProcessor<OidcAuthorizationCodeAuthenticationProvider> readBy(IdTokens idTokens) {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends OidcAuthorizationCodeAuthenticationProvider> O postProcess(O reading) {
                reading.setJwtDecoderFactory(idTokens);
                return reading;
            }
        };
    }
}
