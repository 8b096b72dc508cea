package org.vigie.notice.signin.web;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizationContext;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.RefreshTokenOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.vigie.support.access.IssuerSilent;

/** Has an access token renewed that is about to end, if the issuer gave what for (RFC 6749, section 6). */
final class TokenRenewal {

    /** Another service is asked with it meanwhile. */
    private static final Duration BEFORE_ITS_END = Duration.ofSeconds(30);

    private final RefreshTokenOAuth2AuthorizedClientProvider renewing =
            new RefreshTokenOAuth2AuthorizedClientProvider();

    private final InstantSource time;

    /** @param time real time, whatever the product's clock says */
    TokenRenewal(InstantSource time) {
        this.time = time;
        renewing.setAccessTokenResponseClient(TokenAnswers.forRefreshTokens());
        renewing.setClockSkew(BEFORE_ITS_END);
    }

    /**
     * Empty while there is time left, or if the issuer gave nothing to renew it with.
     *
     * @throws IssuerSilent if it has ended and the issuer does not answer
     * @throws AuthenticationException if the issuer no longer vouches for them
     */
    Optional<OAuth2AuthorizedClient> of(OAuth2AuthorizedClient kept, Authentication who) {
        var asked = OAuth2AuthorizationContext.withAuthorizedClient(kept)
                .principal(who)
                .build();
        try {
            return Optional.ofNullable(renewing.authorize(asked));
        } catch (OAuth2AuthorizationException refused) {
            if (OAuth2ErrorCodes.INVALID_GRANT.equals(refused.getError().getErrorCode())) {
                throw new BadCredentialsException("the issuer does not renew the token", refused);
            }
            if (hasEnded(kept)) {
                throw new IssuerSilent(refused);
            }
            return Optional.empty();
        }
    }

    private boolean hasEnded(OAuth2AuthorizedClient kept) {
        var end = kept.getAccessToken().getExpiresAt();
        return end != null && end.isBefore(time.instant());
    }
}
