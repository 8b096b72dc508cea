package org.vigie.notice.message.mime;

import java.util.Objects;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.notice.message.NoticeRenderer;
import org.vigie.notice.message.ScreenReader;
import org.vigie.notice.message.Sender;
import org.vigie.support.settings.VigieSettings;

/** The sender and the renderer; what is wrong with a template or a rule stops the start. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({MessageSettings.class, DkimSettings.class})
class MessageConfiguration {

    @Bean
    Sender sender(MessageSettings settings, VigieSettings vigie) {
        if (vigie.mode() == VigieSettings.Mode.PRODUCTION && settings.sender() == null) {
            throw new IllegalArgumentException("VIGIE_MODE=production: VIGIE_SENDER must be set");
        }
        return settings.parsedSender();
    }

    @Bean
    NoticeRenderer noticeRenderer(MessageSettings settings, DkimSettings dkim) {
        var signature = dkim.dkimKey() == null
                ? null
                : DkimSignature.with(dkim.dkimKey(), Objects.requireNonNull(dkim.dkimSelector()));
        return new MimeNoticeRenderer(Wordings.load(settings.noticeTemplates()), LegalBasis.load(), signature);
    }

    @Bean
    ScreenReader screenReader() {
        return new MimeScreen();
    }
}
