package org.vigie.notice.message.mime;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.notice.message.CodeMail;
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
        return new MimeNoticeRenderer(Wordings.load(settings.noticeTemplates()), LegalBasis.load(), signature(dkim));
    }

    @Bean
    CodeMail.Writer codeMailWriter(MessageSettings settings, DkimSettings dkim) {
        return new CodeMessage(Wordings.load(settings.noticeTemplates()), signature(dkim));
    }

    private static @Nullable DkimSignature signature(DkimSettings dkim) {
        return dkim.dkimKey() == null
                ? null
                : DkimSignature.with(dkim.dkimKey(), Objects.requireNonNull(dkim.dkimSelector()));
    }

    @Bean
    ScreenReader screenReader() {
        return new MimeScreen();
    }
}
