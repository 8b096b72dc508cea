package org.vigie.notice.iccam.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot work stops the start and is named. */
class IccamSettingsTests {

    @TempDir
    private Path directory;

    private Path password;

    @BeforeEach
    void write() throws IOException {
        password = Files.writeString(directory.resolve("password"), "pass word");
    }

    @Test
    void withoutAUrlNothingIsWanted() {
        var settings = new IccamSettings(" ", "", null, null, null, "", null, Duration.ofMinutes(1));

        assertThat(new IccamConfiguration().iccamRules(settings).on()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://iccam.test/", "https://iccam.test/api/v3/", "http://127.0.0.1:8080/"})
    void whatCanBeAskedIsTaken(String url) {
        assertThat(new IccamConfiguration()
                        .iccamRules(settings(url, "nl", null))
                        .country())
                .isEqualTo("NL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://iccam.test", "http://iccam.test/", "https://user@iccam.test/", "iccam.test/"})
    void anythingElseIsNoUrl(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(url, "NL", null))
                .withMessageStartingWith("VIGIE_ICCAM_URL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NLD", "1A"})
    void aCountryIsNeeded(String country) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings("https://iccam.test/", country, null))
                .withMessageContaining("VIGIE_ICCAM_COUNTRY");
    }

    @Test
    void aCertificateThatCannotBeReadIsNamedWithoutItsPassword() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Wire(settings("https://iccam.test/", "NL", password)))
                .withMessageStartingWith("VIGIE_ICCAM_CERTIFICATEFILE")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("pass word"));
    }

    private IccamSettings settings(String url, String country, @Nullable Path certificate) {
        return new IccamSettings(
                url,
                "hotline",
                password,
                certificate,
                certificate == null ? null : password,
                country,
                null,
                Duration.ofMinutes(1));
    }
}
