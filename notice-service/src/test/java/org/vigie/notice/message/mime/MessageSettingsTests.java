package org.vigie.notice.message.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.vigie.notice.message.Sender;

class MessageSettingsTests {

    @Test
    void hasDefaults() {
        assertThat(bound(Map.of())).isEqualTo(new MessageSettings(null, Sender.Capacity.HOTLINE, null, null));
        assertThat(bound(Map.of()).parsedSender().toString()).contains("vigie.invalid");
    }

    @Test
    void readsEverySetting() {
        assertThat(bound(Map.of(
                        "vigie.sender", "Example Hotline <notices@sender.example>",
                        "vigie.sender-capacity", "trusted-flagger",
                        "vigie.sender-page", "https://sender.example/",
                        "vigie.notice-templates", "templates")))
                .isEqualTo(new MessageSettings(
                        "Example Hotline <notices@sender.example>",
                        Sender.Capacity.TRUSTED_FLAGGER,
                        "https://sender.example/",
                        Path.of("templates")));
    }

    @Test
    void refusesWhatCannotBeMeant() {
        assertThatThrownBy(() -> bound(Map.of("vigie.sender", "nobody")).parsedSender())
                .hasMessage("VIGIE_SENDER: expected 'Organisation <notices@example.org>'");
        assertThatThrownBy(() -> bound(Map.of("vigie.sender-page", "http://sender.example/"))
                        .parsedSender())
                .hasMessage("VIGIE_SENDER_PAGE: expected an https URL");
    }

    private static MessageSettings bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("vigie", MessageSettings.class);
    }
}
