package org.vigie.notice.replylink.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.vigie.notice.replylink.settings.ReplyLinkConfiguration.Settings;

class ReplyLinkSettingsTests {

    @Test
    void hasDefaults() {
        assertThat(bound(Map.of())).isEqualTo(new Settings(null, Duration.ofDays(90)));
    }

    @Test
    void readsEverySetting() {
        assertThat(bound(Map.of(
                        "vigie.reply-url", " https://answers.hotline.example/vigie ",
                        "vigie.reply-link-lifetime", "1d")))
                .isEqualTo(new Settings("https://answers.hotline.example/vigie", Duration.ofDays(1)));
    }

    @Test
    void takesAnEmptyPlaceAsNone() {
        assertThat(bound(Map.of("vigie.reply-url", " ")).replyUrl()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://answers.hotline.example",
                "https://answers.hotline.example/",
                "https://someone@answers.hotline.example",
                "https://answers.hotline.example/?a",
                "answers.hotline.example"
            })
    void refusesAPlaceThatNoNoticeCouldName(String place) {
        assertThatThrownBy(() -> bound(Map.of("vigie.reply-url", place)))
                .rootCause()
                .hasMessageStartingWith("VIGIE_REPLY_URL: ")
                .hasMessageNotContaining("hotline.example");
    }

    @Test
    void refusesALinkThatClosesBeforeItIsRead() {
        assertThatThrownBy(() -> bound(Map.of("vigie.reply-link-lifetime", "23h")))
                .rootCause()
                .hasMessage("vigie.reply-link-lifetime: expected at least a day");
    }

    private static Settings bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("vigie", Settings.class);
    }
}
