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

    @Test
    void nothingIsFetchedUnlessAMailboxIsNamed() {
        assertThat(settings("", "", null).isOn()).isFalse();
    }

    @Test
    void onlyLoopbackIsSpokenToInTheOpen() {
        assertThat(settings("127.0.0.1:143", "notices", Path.of("p")).isLoopback())
                .isTrue();
        assertThat(settings("[::1]:143", "notices", Path.of("p")).host()).isEqualTo("::1");
        assertThat(settings("mail.hotline.example:993", "notices", Path.of("p")).isLoopback())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail.hotline.example", "imap://a:1", ":993"})
    void whatIsNoHostAndPortStopsTheStart(String imap) {
        assertThatThrownBy(() -> settings(imap, "notices", Path.of("p"))).hasMessageContaining("VIGIE_INBOUND_IMAP");
    }

    @Test
    void aMailboxWithoutAPasswordStopsTheStart() {
        assertThatThrownBy(() -> settings("127.0.0.1:143", "notices", null))
                .hasMessageContaining("VIGIE_INBOUND_PASSWORDFILE");
    }

    private static ImapSettings settings(String imap, String user, @Nullable Path password) {
        return new ImapSettings(imap, user, password, "INBOX", "Unreadable", Duration.ofSeconds(30));
    }
}
