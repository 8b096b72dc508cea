package org.vigie.support.access;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.vigie.support.settings.VigieSettings.Mode;

/**
 * Whose word is taken for who sends a request.
 *
 * @param mode production takes only an issuer's
 * @param apiToken bearer token that may do everything; an evaluation makes one and writes it to {@code token} in the
 *     data directory, production refuses it
 * @param issuer of access tokens: its address as it stands in them ({@code iss}), where OpenID Connect Discovery finds
 *     its keys; https, or http on loopback
 * @param audience what a token's {@code aud} must hold
 * @param rolesClaim the claim with a token's roles, a list or words in a text; dots lead into objects, unless a claim
 *     has the whole name
 * @param partnerClaim the claim with the id of the partner whose token it is, read in the same way
 */
@ConfigurationProperties("vigie")
record AccessProperties(
        @DefaultValue("evaluation") Mode mode,
        @Nullable String apiToken,
        @Nullable String issuer,
        @DefaultValue("vigie") String audience,
        @DefaultValue("roles") String rolesClaim,
        @DefaultValue("client_id") String partnerClaim) {

    /** RFC 6750, section 2.1. */
    private static final Predicate<String> SENDABLE =
            Pattern.compile("[A-Za-z0-9\\-._~+/]+=*").asMatchPredicate();

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");

    AccessProperties {
        apiToken = stripped(apiToken);
        issuer = stripped(issuer);
        if (issuer != null && !isAddress(issuer)) {
            throw new IllegalArgumentException(
                    "VIGIE_ISSUER: expected the https address of an OpenID Connect issuer (http on loopback only)");
        }
        if (mode == Mode.PRODUCTION) {
            refuseEvaluation(apiToken, issuer);
        }
        if (apiToken != null && !SENDABLE.test(apiToken)) {
            throw new IllegalArgumentException("VIGIE_API_TOKEN: expected letters, digits and -._~+/ with = at the end"
                    + " only, since a bearer token has no others");
        }
    }

    /** Leaves the token out. */
    @Override
    public String toString() {
        return "AccessProperties[%s, %s]".formatted(mode, audience);
    }

    private static void refuseEvaluation(@Nullable String apiToken, @Nullable String issuer) {
        var refused = new ArrayList<String>();
        if (apiToken != null) {
            refused.add("VIGIE_API_TOKEN must be unset, since one token for everybody says nothing of who decides;"
                    + " give people and services tokens of VIGIE_ISSUER");
        }
        if (issuer == null) {
            refused.add("VIGIE_ISSUER must be set");
        }
        if (!refused.isEmpty()) {
            throw new IllegalArgumentException("VIGIE_MODE=production: " + String.join(", ", refused));
        }
    }

    /** Whether nobody on the way can answer in its place. */
    static boolean isSafe(URI address) {
        return address.getHost() != null
                && address.getRawFragment() == null
                && address.getRawUserInfo() == null
                && ("https".equals(address.getScheme())
                        || ("http".equals(address.getScheme()) && LOOPBACK.contains(address.getHost())));
    }

    static boolean isAddress(String issuer) {
        try {
            var address = new URI(issuer);
            return isSafe(address) && address.getRawQuery() == null;
        } catch (URISyntaxException _) {
            return false;
        }
    }

    private static @Nullable String stripped(@Nullable String given) {
        return given == null || given.isBlank() ? null : given.strip();
    }
}
