package org.vigie.notice.signin.web;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.vigie.support.access.Matrix;

/** People's way to the desk, beside the REST interface's: a session, and no bearer token. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeskSettings.class)
class SignInConfiguration implements WebMvcConfigurer {

    private final Matrix matrix;
    /** In the session, and nowhere else. */
    private final OAuth2AuthorizedClientRepository tokens = new HttpSessionOAuth2AuthorizedClientRepository();

    SignInConfiguration(Matrix matrix) {
        this.matrix = matrix;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new DeskVisits(matrix, tokens));
    }

    @Bean
    SessionCookie sessionCookie(DeskSettings settings) {
        return new SessionCookie(settings.isHttps());
    }

    @Bean
    SignInPages signInPages() {
        return new SignInPages();
    }

    /** Before the chain of the REST interface, which it has nothing in common with. */
    @Bean
    @Order(1)
    SecurityFilterChain desk(
            HttpSecurity http, DeskSettings settings, SignInPages pages, AuthenticationManager callers) {
        http.securityMatcher(DeskPaths.ALL);
        return settings.isOn() ? open(http, settings, pages, callers) : off(http, pages);
    }

    private static SecurityFilterChain off(HttpSecurity http, SignInPages pages) {
        return http.headers(headers -> guarded(headers, "'self'"))
                .csrf(csrf -> csrf.disable())
                .logout(logout -> logout.disable())
                .requestCache(cache -> cache.disable())
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(
                        (request, response, _) -> pages.write(request, response, HttpStatus.NOT_FOUND, "off")))
                .authorizeHttpRequests(requests -> requests.requestMatchers(DeskPaths.FILES)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .build();
    }

    private SecurityFilterChain open(
            HttpSecurity http, DeskSettings settings, SignInPages pages, AuthenticationManager callers) {
        var client = new DeskClient(settings);
        var refusals = new DeskRefusals(pages);
        var arrival = new WhereTheyWere(settings.desk().idle());
        var people = new People(callers);
        return http.headers(headers -> guarded(headers, "'self' " + origin(settings.issuerAddress())))
                .addFilterBefore(
                        new SessionAge(settings.desk().longest(), InstantSource.system()),
                        SecurityContextHolderFilter.class)
                .addFilterBefore(new OwnSiteOnly(), CsrfFilter.class)
                .addFilterBefore(
                        new StillSignedIn(tokens, new TokenRenewal(InstantSource.system()), people),
                        AuthorizationFilter.class)
                .requestCache(cache -> cache.requestCache(arrival.pages()))
                .oauth2Login(login -> signIn(login, client, settings, arrival, new SignInFailures(pages), people))
                .logout(logout -> logout.logoutUrl(DeskPaths.SIGN_OUT).logoutSuccessHandler(left(client, settings)))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .authorizeHttpRequests(requests -> requests.requestMatchers(DeskPaths.FILES, DeskPaths.SIGNED_OUT)
                        .permitAll()
                        .anyRequest()
                        .access(new DeskAccess(matrix)))
                .build();
    }

    private void signIn(
            OAuth2LoginConfigurer<HttpSecurity> login,
            DeskClient client,
            DeskSettings settings,
            WhereTheyWere arrival,
            SignInFailures failures,
            People people) {
        login.loginPage(DeskPaths.SIGN_IN)
                .loginProcessingUrl(DeskPaths.SIGNED_IN)
                .clientRegistrationRepository(client)
                .authorizedClientRepository(tokens)
                .authorizationEndpoint(asking -> asking.authorizationRequestResolver(new StartSignIn(client)))
                .tokenEndpoint(answer -> answer.accessTokenResponseClient(TokenAnswers.forCodes()))
                .userInfoEndpoint(user -> user.oidcUserService(people))
                .successHandler(arrival)
                .failureHandler(failures)
                .withObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                    @Override
                    public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O asking) {
                        asking.setAuthenticationFailureHandler(failures);
                        return asking;
                    }
                })
                .withObjectPostProcessor(TokenAnswers.readBy(new IdTokens(settings)));
    }

    /** At the issuer, too, if it knows how (OpenID Connect RP-Initiated Logout 1.0). */
    private static LogoutSuccessHandler left(DeskClient client, DeskSettings settings) {
        var left = new OidcClientInitiatedLogoutSuccessHandler(client);
        left.setPostLogoutRedirectUri(settings.address() + DeskPaths.SIGNED_OUT);
        left.setDefaultTargetUrl(DeskPaths.SIGNED_OUT);
        left.setRedirectStrategy(new PathRedirects());
        return left;
    }

    /** @param forms where a form may lead: browsers follow the redirect of one no further */
    private static void guarded(HeadersConfigurer<HttpSecurity> headers, String forms) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'none'; style-src 'self';"
                        + " script-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action "
                        + forms
                        + "; frame-ancestors 'none'"))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .cacheControl(cache -> cache.disable())
                .addHeaderWriter(new StaticHeadersWriter("Cache-Control", "no-store"))
                .addHeaderWriter(new StaticHeadersWriter("X-Robots-Tag", "noindex"));
    }

    private static String origin(String issuer) {
        var address = URI.create(issuer);
        return "%s://%s".formatted(address.getScheme(), address.getRawAuthority());
    }
}
