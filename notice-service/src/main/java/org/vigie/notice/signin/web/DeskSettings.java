package org.vigie.notice.signin.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.vigie.support.settings.VigieSettings.Mode;

/**
 * Where people sign in to the desk.
 *
 * @param issuer that they sign in at, the one of access tokens
 */
@ConfigurationProperties("vigie")
record DeskSettings(
        @DefaultValue("evaluation") Mode mode,
        @Nullable String issuer,
        @DefaultValue Desk desk) {

    /** The one name that a client registration needs here. */
    static final String REGISTRATION = "vigie";

    /**
     * The desk itself.
     *
     * @param client id of the desk's client at the issuer; absent: there is no desk
     * @param secretFile a file with the client's secret and nothing else; absent, or the file empty: a public client
     * @param scopes what is asked for, words in one text
     * @param url under which people reach this service, without a slash at its end: https, or http on loopback; absent:
     *     as each request says
     * @param idle how long a session lasts that nobody uses, in real time
     * @param longest how long one lasts at most, in real time
     */
    record Desk(
            @Nullable String client,
            @Nullable Path secretFile,
            @DefaultValue("openid profile") String scopes,
            @Nullable String url,
            @DefaultValue("30m") Duration idle,
            @DefaultValue("10h") Duration longest) {

        Desk {
            secretFile = secretFile == null || secretFile.toString().isBlank() ? null : secretFile;
            if (!List.of(scopes.strip().split(" +", -1)).contains("openid")) {
                throw new IllegalArgumentException("VIGIE_DESK_SCOPES: expected words with openid among them");
            }
            client = client == null || client.isBlank() ? null : client.strip();
            url = url == null || url.isBlank() ? null : url.strip();
            if (url != null && !isOrigin(url)) {
                throw new IllegalArgumentException(
                        "VIGIE_DESK_URL: expected https://HOST or https://HOST:PORT and nothing behind it"
                                + " (http on loopback only)");
            }
            if (secretFile != null && !Files.isReadable(secretFile)) {
                throw new IllegalArgumentException("VIGIE_DESK_SECRETFILE: the file cannot be read");
            }
            if (idle.toSeconds() < 1 || longest.toSeconds() < 1) {
                throw new IllegalArgumentException("VIGIE_DESK_IDLE and VIGIE_DESK_LONGEST: expected at least 1s");
            }
        }

        private static boolean isOrigin(String url) {
            try {
                var address = new URI(url);
                return address.getHost() != null
                        && url.equals("%s://%s".formatted(address.getScheme(), address.getRawAuthority()))
                        && address.getRawUserInfo() == null
                        && ("https".equals(address.getScheme())
                                || ("http".equals(address.getScheme())
                                        && Set.of("127.0.0.1", "[::1]", "localhost")
                                                .contains(address.getHost())));
            } catch (URISyntaxException _) {
                return false;
            }
        }
    }

    DeskSettings {
        if (desk.client() != null) {
            if (issuer == null || issuer.isBlank()) {
                throw new IllegalArgumentException("VIGIE_DESK_CLIENT needs VIGIE_ISSUER");
            }
            if (mode == Mode.PRODUCTION && !isHttps(desk.url())) {
                throw new IllegalArgumentException(
                        "VIGIE_MODE=production: VIGIE_DESK_CLIENT needs VIGIE_DESK_URL, with https");
            }
        }
    }

    /** Leaves everything out but the mode. */
    @Override
    public String toString() {
        return "DeskSettings[%s]".formatted(mode);
    }

    boolean isOn() {
        return desk.client() != null;
    }

    /** The client's id; only where the desk is on. */
    String client() {
        return Objects.requireNonNull(desk.client());
    }

    /** Where people sign in; only where the desk is on. */
    String issuerAddress() {
        return Objects.requireNonNull(issuer).strip();
    }

    /** Where the desk is reached, in which Spring replaces what is in braces. */
    String address() {
        return desk.url() == null ? "{baseUrl}" : desk.url();
    }

    boolean isHttps() {
        return isHttps(desk.url());
    }

    private static boolean isHttps(@Nullable String url) {
        return url != null && url.startsWith("https:");
    }

    /** Absent for a public client. */
    @Nullable
    String secret() {
        var file = desk.secretFile();
        try {
            var secret = file == null ? "" : Files.readString(file).strip();
            return secret.isEmpty() ? null : secret;
        } catch (IOException e) {
            throw new UncheckedIOException("VIGIE_DESK_SECRETFILE: the file cannot be read", e);
        }
    }
}
