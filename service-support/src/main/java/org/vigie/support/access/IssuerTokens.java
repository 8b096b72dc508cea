package org.vigie.support.access;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jose.util.health.HealthStatus;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Reads the access tokens of one issuer. Its keys are found by OpenID Connect Discovery when the first token comes and
 * kept; while it is silent, keys that were had within the hour still count, and it is not asked at every request.
 */
final class IssuerTokens {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Duration TOLERATED = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final int LARGEST = 256 * 1024;

    /** OpenID Connect Core 1.0, section 2. */
    private static final int LONGEST_SUBJECT = 255;

    /** RFC 7800; as RFC 9449 (DPoP) and RFC 8705 (mutual TLS) use it. */
    private static final String BOUND = "cnf";

    private final String issuer;
    private final String audience;
    private final DefaultResourceRetriever web;

    private @Nullable JwtDecoder decoder;
    private @Nullable IOException failure;
    private long failedAt;
    private volatile boolean answers = true;

    IssuerTokens(String issuer, String audience) {
        this.issuer = issuer;
        this.audience = audience;
        this.web = new DefaultResourceRetriever((int) PATIENCE.toMillis(), (int) PATIENCE.toMillis(), LARGEST);
    }

    /**
     * What a token says.
     *
     * @throws BadJwtException if it is not this issuer's for this audience, has another's signature, or is too old
     * @throws IssuerSilent if the issuer's keys cannot be had
     */
    Jwt read(String token) {
        try {
            return decoder().decode(token);
        } catch (BadJwtException e) {
            throw e;
        } catch (JwtException e) {
            if (answers && e.getCause() instanceof RateLimitReachedException) {
                throw new BadJwtException("signed with a key that the issuer did not have just now", e);
            }
            throw new IssuerSilent(e);
        } catch (IOException e) {
            throw new IssuerSilent(e);
        }
    }

    /**
     * Others wait while it is made, which is as long as the issuer takes to answer, and not for each after the other.
     */
    private synchronized JwtDecoder decoder() throws IOException {
        if (decoder != null) {
            return decoder;
        }
        if (failure != null && System.nanoTime() - failedAt < PAUSE.toNanos()) {
            throw failure;
        }
        try {
            decoder = made(discovered());
            return decoder;
        } catch (IOException e) {
            failure = e;
            failedAt = System.nanoTime();
            throw e;
        }
    }

    /** Where the issuer's keys are (OpenID Connect Discovery 1.0, section 4). */
    private URL discovered() throws IOException {
        var base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        try {
            var said = JSONObjectUtils.parse(web.retrieveResource(URI.create(base + "/.well-known/openid-configuration")
                            .toURL())
                    .getContent());
            if (!issuer.equals(JSONObjectUtils.getString(said, "issuer"))) {
                throw new IOException("what is found at VIGIE_ISSUER names another issuer");
            }
            return keys(issuer, JSONObjectUtils.getURI(said, "jwks_uri"));
        } catch (ParseException | IllegalArgumentException e) {
            throw new IOException("what is found at VIGIE_ISSUER is no OpenID Connect discovery", e);
        }
    }

    /** No less safe than the issuer's own address, and said at all. */
    static URL keys(String issuer, @Nullable URI said) throws IOException {
        if (said == null
                || !AccessProperties.isSafe(said)
                || (issuer.startsWith("https:") && !"https".equals(said.getScheme()))) {
            throw new IOException("what is found at VIGIE_ISSUER names no address where keys can be had safely");
        }
        return said.toURL();
    }

    private JwtDecoder made(URL keys) {
        var made = NimbusJwtDecoder.withJwkSource(source(keys))
                .jwsAlgorithms(algorithms -> algorithms.addAll(EnumSet.allOf(SignatureAlgorithm.class)))
                .jwtProcessorCustomizer(processor -> processor.setJWSTypeVerifier(
                        new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null)))
                .build();
        made.setJwtValidator(rules());
        return made;
    }

    private JWKSource<SecurityContext> source(URL keys) {
        return JWKSourceBuilder.<SecurityContext>create(keys, web)
                .cache(KEPT.toMillis(), 2 * PATIENCE.toMillis())
                .refreshAheadCache(false)
                .rateLimited(PAUSE.toMillis())
                .outageTolerant(TOLERATED.toMillis())
                .healthReporting(report -> answers = report.getHealthStatus() == HealthStatus.HEALTHY)
                .build();
    }

    /** Whoever sends one that is must show the key, and nobody here asks for it. */
    private static OAuth2TokenValidatorResult isBoundToNoKey(Jwt token) {
        return token.hasClaim(BOUND)
                ? OAuth2TokenValidatorResult.failure(new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN))
                : OAuth2TokenValidatorResult.success();
    }

    private OAuth2TokenValidator<Jwt> rules() {
        var times = new JwtTimestampValidator();
        times.setAllowEmptyExpiryClaim(false);
        return new DelegatingOAuth2TokenValidator<>(List.of(
                times,
                new JwtIssuerValidator(issuer),
                new JwtClaimValidator<Collection<String>>(
                        JwtClaimNames.AUD, named -> named != null && named.contains(audience)),
                IssuerTokens::isBoundToNoKey,
                new JwtClaimValidator<>(JwtClaimNames.SUB, IssuerTokens::isSubject)));
    }

    private static boolean isSubject(@Nullable String said) {
        return said != null
                && !said.isBlank()
                && said.length() <= LONGEST_SUBJECT
                && said.chars().noneMatch(Character::isISOControl);
    }
}
