package org.vigie.sandbox.mail;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A mail as it was received.
 *
 * @param receivedAt by the sandbox's clock
 * @param messageId absent if it has none
 * @param noticeReference header {@code X-Notice-Ref}, absent if it has none
 * @param returnPath where reports about it go
 * @param replyTo where answers go
 * @param link of the reply page, absent if it has none
 * @param code for the reply page, eight digits, absent if it brings none
 * @param labels pages that its text or one of its text attachments names
 */
public record Mail(
        Instant receivedAt,
        @Nullable String messageId,
        @Nullable String noticeReference,
        @Nullable String subject,
        String returnPath,
        String replyTo,
        @Nullable String link,
        @Nullable String code,
        Set<String> labels) {

    public Mail {
        labels = Set.copyOf(labels);
    }

    /** Whether it brings the code for the reply page of the notice that the other one is. */
    public boolean bringsCodeFor(Mail notice) {
        return code != null
                && Optional.ofNullable(subject)
                        .filter(said -> said.contains("[" + notice.noticeReference + "]"))
                        .isPresent();
    }

    /** Leaves addresses, the link and the code out. */
    @Override
    public String toString() {
        return "Mail[%s, %s]".formatted(noticeReference, labels);
    }
}
