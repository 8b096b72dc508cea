package org.vigie.support.access;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.health.HealthStatus;
import java.io.IOException;
import java.net.URL;
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
 * Reads the tokens of one issuer for one audience: access tokens for an API, ID tokens for a client. Its keys are found
 * by OpenID Connect Discovery when the first token comes and kept; while it is silent, keys that were had within the
 * hour still count, and it is not asked at every request.
 */
public final class IssuerTokens {

    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Duration TOLERATED = Duration.ofHours(1);

    /** OpenID Connect Core 1.0, section 2. */
    private static final int LONGEST_SUBJECT = 255;

    /** RFC 7800; as RFC 9449 (DPoP) and RFC 8705 (mutual TLS) use it. */
    private static final String BOUND = "cnf";

    private final String issuer;
    private final String audience;
    private final Discovery issuerSaid;

    private @Nullable JwtDecoder decoder;
    private volatile boolean answers = true;

    /**
     * @param issuer as it stands in {@code iss}
     * @param audience what {@code aud} must hold
     */
    public IssuerTokens(String issuer, String audience) {
        this.issuer = issuer;
        this.audience = audience;
        this.issuerSaid = new Discovery(issuer);
    }

    /**
     * What a token says.
     *
     * @throws BadJwtException if it is not this issuer's for this audience, has another's signature, or is too old
     * @throws IssuerSilent if the issuer's keys cannot be had
     */
    public Jwt read(String token) {
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

    private synchronized JwtDecoder decoder() throws IOException {
        if (decoder == null) {
            decoder = made(issuerSaid.said().address("jwks_uri").toURL());
        }
        return decoder;
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
        return JWKSourceBuilder.<SecurityContext>create(keys, Discovery.web())
                .cache(KEPT.toMillis(), 2 * Discovery.PATIENCE.toMillis())
                .refreshAheadCache(false)
                .rateLimited(Discovery.PAUSE.toMillis())
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
