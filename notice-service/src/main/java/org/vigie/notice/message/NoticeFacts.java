package org.vigie.notice.message;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a notice is rendered from; the same facts give the same bytes.
 *
 * @param replyToken makes the address that replies and bounces come back to, lower-case letters and digits
 * @param replyLink where else it can be answered, absent if nowhere
 * @param createdAt the message's date
 * @param deadline by when we ask for removal, absent for kinds that ask for none
 * @param earlier earlier notices to the same provider about the same content, oldest first
 * @param items one per URL; empty for {@link NoticeKind#TEST} and only then
 */
public record NoticeFacts(
        NoticeReference reference,
        NoticeKind kind,
        NoticeLanguage language,
        Recipient recipient,
        Sender sender,
        String replyToken,
        @Nullable ReplyLink replyLink,
        Instant createdAt,
        @Nullable Instant deadline,
        List<SentNotice> earlier,
        List<NoticeItem> items) {

    public NoticeFacts {
        earlier = List.copyOf(earlier);
        items = List.copyOf(items);
        if (items.isEmpty() != (kind == NoticeKind.TEST)) {
            throw new IllegalArgumentException("a notice names URLs unless it is a test, which names none");
        }
        if (!recipient.severalHosts()
                && items.stream().map(NoticeItem::host).distinct().count() > 1) {
            throw new UnsafeNotice("items.host");
        }
        if (!replyToken.matches("[a-z0-9]{1,50}")) {
            throw new UnsafeNotice("reply_token");
        }
    }

    /**
     * Envelope sender and reply address: the sender's own with {@code +<token>}, so that filters that leave tags out
     * find who it is from in both, and answers to {@code From} arrive in the same mailbox.
     */
    public String returnAddress() {
        return sender.tagged(replyToken);
    }
}
