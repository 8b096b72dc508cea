package org.vigie.support.access;

import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds what an issuer says of itself (OpenID Connect Discovery 1.0, section 4), when it is first wanted. Once found it
 * is kept; a silent issuer is not asked at every request.
 */
public final class Discovery {

    static final Duration PATIENCE = Duration.ofSeconds(5);
    static final Duration PAUSE = Duration.ofSeconds(10);
    static final int LARGEST = 256 * 1024;

    private final String issuer;
    private @Nullable Said said;
    private @Nullable IOException failure;
    private long failedAt;

    /** @param issuer as it stands in its tokens */
    public Discovery(String issuer) {
        this.issuer = issuer;
    }

    /** Whether a service would take this for an issuer: https, or http on loopback. */
    public static boolean isAddress(String issuer) {
        return AccessProperties.isAddress(issuer);
    }

    /** What reads from an issuer, with a limit of time and size. */
    static DefaultResourceRetriever web() {
        return new DefaultResourceRetriever((int) PATIENCE.toMillis(), (int) PATIENCE.toMillis(), LARGEST);
    }

    /**
     * Others wait while it is asked, which is as long as the issuer takes to answer, and not for each after the other.
     *
     * @throws IOException if the issuer is silent or says what cannot be; asking again after ten seconds may help
     */
    public synchronized Said said() throws IOException {
        if (said != null) {
            return said;
        }
        if (failure != null && System.nanoTime() - failedAt < PAUSE.toNanos()) {
            throw failure;
        }
        try {
            said = asked();
            return said;
        } catch (IOException e) {
            failure = e;
            failedAt = System.nanoTime();
            throw e;
        }
    }

    private Said asked() throws IOException {
        var base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        try {
            var found =
                    JSONObjectUtils.parse(web().retrieveResource(URI.create(base + "/.well-known/openid-configuration")
                                    .toURL())
                            .getContent());
            if (!issuer.equals(JSONObjectUtils.getString(found, "issuer"))) {
                throw new IOException("what is found at VIGIE_ISSUER names another issuer");
            }
            return new Said(issuer, found);
        } catch (ParseException | IllegalArgumentException e) {
            throw new IOException("what is found at VIGIE_ISSUER is no OpenID Connect discovery", e);
        }
    }

    /** What an issuer said. */
    public static final class Said {

        private final String issuer;
        private final Map<String, Object> values;

        Said(String issuer, Map<String, Object> values) {
            this.issuer = issuer;
            this.values = values;
        }

        /**
         * One of its addresses, no less safe than the issuer's own: https, or http on loopback if the issuer is there,
         * too.
         *
         * @throws IOException if it names none, or one that is less safe
         */
        public URI address(String name) throws IOException {
            return addressIfAny(name).orElseThrow(() -> new IOException("VIGIE_ISSUER does not say its " + name));
        }

        /**
         * One that not every issuer has.
         *
         * @throws IOException if it is less safe than the issuer's own
         */
        public Optional<URI> addressIfAny(String name) throws IOException {
            if (values.get(name) == null) {
                return Optional.empty();
            }
            try {
                var address = JSONObjectUtils.getURI(values, name);
                if (!AccessProperties.isSafe(address)
                        || (issuer.startsWith("https:") && !"https".equals(address.getScheme()))) {
                    throw new IOException("VIGIE_ISSUER says a %s that is less safe than its own".formatted(name));
                }
                return Optional.of(address);
            } catch (ParseException e) {
                throw new IOException("VIGIE_ISSUER says a %s that is no address".formatted(name), e);
            }
        }
    }
}
