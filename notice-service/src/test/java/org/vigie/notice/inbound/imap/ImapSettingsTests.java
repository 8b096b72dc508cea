package org.vigie.notice.inbound.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImapSettingsTests {

    /** Any file. */
    private static final Path PASSWORD = Path.of("pom.xml");

    @Test
    void nothingIsFetchedUnlessAMailboxIsNamed() {
        assertThat(settings("", "", null).isOn()).isFalse();
    }

    @Test
    void onlyLoopbackIsSpokenToInTheOpen() {
        assertThat(settings("127.0.0.1:143", "notices", PASSWORD).isLoopback()).isTrue();
        assertThat(settings("[::1]:143", "notices", PASSWORD).host()).isEqualTo("::1");
        assertThat(settings("mail.hotline.example:993", "notices", PASSWORD).isLoopback())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail.hotline.example", "imap://a:1", ":993"})
    void whatIsNoHostAndPortStopsTheStart(String imap) {
        assertThatThrownBy(() -> settings(imap, "notices", PASSWORD)).hasMessageContaining("VIGIE_INBOUND_IMAP");
    }

    @Test
    void aMailboxWithoutAPasswordStopsTheStart() {
        assertThatThrownBy(() -> settings("127.0.0.1:143", "notices", null))
                .hasMessageContaining("VIGIE_INBOUND_PASSWORDFILE");
    }

    @Test
    void aPasswordThatCannotBeReadStopsTheStart() {
        assertThatThrownBy(() -> settings("127.0.0.1:143", "notices", Path.of("nowhere")))
                .hasMessage("VIGIE_INBOUND_PASSWORDFILE: the file cannot be read");
    }

    private static ImapSettings settings(String imap, String user, @Nullable Path password) {
        return new ImapSettings(imap, user, password, "INBOX", "Unreadable", Duration.ofSeconds(30));
    }
}
