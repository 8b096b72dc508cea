package org.vigie.notice.message;

import java.time.Instant;

/**
 * What the mail with a code says.
 *
 * @param reference of the notice that the code opens
 * @param recipient the mailbox that the notice went to
 * @param code digits
 * @param until the code counts before this
 */
public record CodeMail(
        NoticeReference reference,
        NoticeLanguage language,
        Sender sender,
        String recipient,
        String code,
        Instant createdAt,
        Instant until) {

    /** Writes it. */
    @FunctionalInterface
    public interface Writer {

        /** The whole message with CRLF line ends, 7-bit. */
        byte[] write(CodeMail mail);
    }

    /** Leaves the code out. */
    @Override
    public String toString() {
        return "CodeMail[%s]".formatted(reference);
    }
}
