package org.vigie.notice.signin.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.notice.signin.web.DeskSettings.Desk;
import org.vigie.support.settings.VigieSettings.Mode;

class DeskSettingsTests {

    private static final String ISSUER = "https://login.example.org";
    private static final Duration HOUR = Duration.ofHours(1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://desk.example.org",
                "https://desk.example.org/",
                "https://desk.example.org/desk",
                "https://desk.example.org?a",
                "https://anna@desk.example.org",
                "desk.example.org",
                "https://",
                "ftp://127.0.0.1"
            })
    void theAddressOfTheDeskIsAHostAndSafe(String url) {
        assertThatThrownBy(() -> desk("desk", url)).hasMessageContaining("VIGIE_DESK_URL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://desk.example.org", "https://desk.example.org:8443", "http://127.0.0.1:8081"})
    void thatOfALoopbackNeedsNoTls(String url) {
        assertThat(settings(Mode.EVALUATION, ISSUER, desk("desk", url)).address())
                .isEqualTo(url);
    }

    @Test
    void aClientNeedsAnIssuer() {
        assertThatThrownBy(() -> settings(Mode.EVALUATION, null, desk("desk", null)))
                .hasMessageContaining("VIGIE_ISSUER");
        assertThat(settings(Mode.EVALUATION, null, desk(" ", null)).isOn()).isFalse();
    }

    @Test
    void productionNeedsAnAddressWithHttps() {
        assertThatThrownBy(() -> settings(Mode.PRODUCTION, ISSUER, desk("desk", null)))
                .hasMessageContaining("VIGIE_DESK_URL");
        assertThatThrownBy(() -> settings(Mode.PRODUCTION, ISSUER, desk("desk", "http://127.0.0.1:8081")))
                .hasMessageContaining("VIGIE_DESK_URL");
        assertThat(settings(Mode.PRODUCTION, ISSUER, desk("desk", "https://desk.example.org"))
                        .isHttps())
                .isTrue();
        assertThat(settings(Mode.PRODUCTION, ISSUER, desk(null, null)).isOn()).isFalse();
    }

    @Test
    void aSecretThatCannotBeReadStopsTheStart() {
        assertThatThrownBy(() -> new Desk("desk", Path.of("target/none"), "openid", null, HOUR, HOUR))
                .hasMessageContaining("VIGIE_DESK_SECRETFILE");
    }

    @Test
    void aSessionLastsForATime() {
        assertThatThrownBy(() -> new Desk("desk", null, "openid", null, Duration.ZERO, HOUR))
                .hasMessageContaining("VIGIE_DESK_IDLE");
    }

    private static Desk desk(@Nullable String client, @Nullable String url) {
        return new Desk(client, null, "openid", url, HOUR, HOUR);
    }

    private static DeskSettings settings(Mode mode, @Nullable String issuer, Desk desk) {
        return new DeskSettings(mode, issuer, desk);
    }
}
