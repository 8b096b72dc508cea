package org.vigie.notice.composition;

import java.util.Optional;

/**
 * The rendered message of a notice; its {@code toString} gives nothing away.
 *
 * @param message the whole of it, 7-bit
 */
public record Letter(String envelopeFrom, String recipient, String messageId, String message) {

    /** What tells its answers apart: the envelope sender's part between plus sign and at sign; empty without one. */
    public Optional<String> token() {
        var plus = envelopeFrom.indexOf('+');
        return plus < 0 ? Optional.empty() : Optional.of(envelopeFrom.substring(plus + 1, envelopeFrom.indexOf('@')));
    }

    @Override
    public String toString() {
        return "Letter[%d characters]".formatted(message.length());
    }
}
