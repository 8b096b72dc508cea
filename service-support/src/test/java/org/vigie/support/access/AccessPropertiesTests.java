package org.vigie.support.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.support.settings.VigieSettings.Mode;

class AccessPropertiesTests {

    @Test
    void productionSaysAllAtOnceWhatItWantsInsteadOfATokenForEverybody() {
        assertThatThrownBy(() -> new AccessProperties(Mode.PRODUCTION, "secret", null, "vigie", "roles", "client_id"))
                .hasMessageStartingWith("VIGIE_MODE=production: VIGIE_API_TOKEN must be unset")
                .hasMessageContaining("VIGIE_ISSUER must be set")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "clé", "a=b", "a,b", "\"planted\""})
    void aTokenThatNoRequestCanCarryIsNamedAndNotShown(String token) {
        assertThatThrownBy(() -> new AccessProperties(Mode.EVALUATION, token, null, "vigie", "roles", "client_id"))
                .hasMessageStartingWith("VIGIE_API_TOKEN: expected ")
                .hasMessageNotContaining(token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "dG9rZW4+/w==", "a.b-c_d~e"})
    void aTokenThatARequestCanCarryIsTaken(String token) {
        assertThat(new AccessProperties(Mode.EVALUATION, token, null, "vigie", "roles", "client_id").apiToken())
                .isEqualTo(token);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "login.example.org",
                "http://login.example.org",
                "https://login.example.org/?realm=a",
                "https://user@login.example.org",
                "ftp://127.0.0.1",
                "https://"
            })
    void anIssuerIsAnAddressThatCanBeTrusted(String issuer) {
        assertThatThrownBy(() -> new AccessProperties(Mode.PRODUCTION, null, issuer, "vigie", "roles", "client_id"))
                .hasMessageStartingWith("VIGIE_ISSUER: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://login.example.org/realms/desk", "http://127.0.0.1:8080", "http://[::1]:9000"})
    void productionTakesAnIssuer(String issuer) {
        assertThat(new AccessProperties(Mode.PRODUCTION, " ", issuer, "vigie", "roles", "client_id").issuer())
                .isEqualTo(issuer);
    }
}
