package org.vigie.sandbox.mail;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A mail as it was received.
 *
 * @param receivedAt by the sandbox's clock
 * @param messageId absent if it has none
 * @param noticeReference header {@code X-Notice-Ref}, absent if it has none
 * @param labels pages that its text or one of its text attachments names
 */
public record Mail(
        Instant receivedAt,
        @Nullable String messageId,
        @Nullable String noticeReference,
        @Nullable String subject,
        Set<String> labels) {

    public Mail {
        labels = Set.copyOf(labels);
    }
}
