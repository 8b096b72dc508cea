package org.vigie.standalone.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URI;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2RefreshTokenGenerator;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.vigie.standalone.issuer.Account.Kind;

/** A Spring Authorization Server, with the parts of Spring Boot that a web server needs and no other. */
@Configuration(proxyBeanMethods = false)
@EnableWebMvc
@EnableWebSecurity
@Import(SignInController.class)
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class
})
class IssuerApplication {

    @Bean
    @Order(1)
    SecurityFilterChain endpoints(HttpSecurity http, IssuerRules rules, JWKSource<SecurityContext> keys) {
        var tokens = new JwtGenerator(new NimbusJwtEncoder(keys));
        tokens.setJwtCustomizer(new Claims(rules));
        var generator = new DelegatingOAuth2TokenGenerator(tokens, new OAuth2RefreshTokenGenerator());
        return http.oauth2AuthorizationServer(server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    server.registeredClientRepository(new Clients(rules))
                            .authorizationServerSettings(AuthorizationServerSettings.builder()
                                    .issuer(rules.address().toString())
                                    .build())
                            .tokenGenerator(generator)
                            .oidc(oidc -> {});
                })
                .headers(headers -> guarded(headers, rules))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(refusals ->
                        refusals.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint(SignInController.PATH)))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain signIn(HttpSecurity http, IssuerRules rules) {
        return http.headers(headers -> guarded(headers, rules))
                .authorizeHttpRequests(
                        requests -> requests.requestMatchers(SignInController.PATH, SignInController.STYLE)
                                .permitAll()
                                .anyRequest()
                                .denyAll())
                .formLogin(form -> form.loginPage(SignInController.PATH))
                .build();
    }

    @Bean
    UserDetailsService people(IssuerRules rules) {
        return user -> rules.accounts()
                .find(Kind.PERSON, user)
                .map(person ->
                        User.withUsername(person.id()).password(person.secret()).build())
                .orElseThrow(() -> new UsernameNotFoundException("no such person"));
    }

    /** As they stand in the file, which its owner reads to sign in. */
    @Bean
    PasswordEncoder passwords() {
        return new AsWritten();
    }

    /** Made at each start: a token outlives it by nothing. */
    @Bean
    JWKSource<SecurityContext> keys() {
        return new ImmutableJWKSet<>(new JWKSet(newKey()));
    }

    /** For its own endpoints that take a token. */
    @Bean
    JwtDecoder ownTokens(JWKSource<SecurityContext> keys) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A sign-in leads on to the desk, which browsers allow only if the form's page does. */
    private static void guarded(HeadersConfigurer<HttpSecurity> headers, IssuerRules rules) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(
                        "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'self' "
                                + rules.desks().stream().map(URI::toString).collect(Collectors.joining(" "))
                                + "; frame-ancestors 'none'"))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER));
    }
}
