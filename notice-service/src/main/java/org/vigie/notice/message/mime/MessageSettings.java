package org.vigie.notice.message.mime;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.vigie.notice.message.Sender;
import org.vigie.notice.message.UnsafeNotice;

/**
 * Who sends notices and in whose words.
 *
 * @param sender {@code Organisation <notices@example.org>}; absent, an evaluation writes from a domain that cannot
 *     exist
 * @param senderCapacity in what capacity the sender writes
 * @param senderPage https URL of a page that says who the sender is and how to reach it; absent if there is none
 * @param noticeTemplates directory whose files replace those of the same name; absent if none are replaced
 */
@ConfigurationProperties("vigie")
record MessageSettings(
        @Nullable String sender,
        @DefaultValue("hotline") Sender.Capacity senderCapacity,
        @Nullable String senderPage,
        @Nullable Path noticeTemplates) {

    private static final String EVALUATION_SENDER = "Vigie evaluation <notices@vigie.invalid>";

    /** @throws IllegalArgumentException that names the setting and what it wants */
    Sender parsedSender() {
        var named = wanted(
                "VIGIE_SENDER: expected 'Organisation <notices@example.org>'",
                () -> Sender.parse(sender == null || sender.isBlank() ? EVALUATION_SENDER : sender, senderCapacity));
        return wanted(
                "VIGIE_SENDER_PAGE: expected an https URL",
                () -> named.with(senderPage == null || senderPage.isBlank() ? null : senderPage));
    }

    private static Sender wanted(String otherwise, Supplier<Sender> read) {
        try {
            return read.get();
        } catch (UnsafeNotice e) {
            throw new IllegalArgumentException(otherwise, e);
        }
    }
}
