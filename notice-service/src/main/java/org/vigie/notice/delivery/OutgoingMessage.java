package org.vigie.notice.delivery;

/**
 * A rendered message on its way to one recipient.
 *
 * @param envelopeFrom where bounces go
 * @param recipient the one address it is for
 * @param envelopeId what a delivery report quotes (RFC 3461 section 4.4), printable ASCII of at most 100 characters
 * @param bytes the whole message with CRLF line ends, 7-bit; sent as they are
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record OutgoingMessage(String envelopeFrom, String recipient, String envelopeId, byte[] bytes) {

    /** Leaves addresses and text out. */
    @Override
    public String toString() {
        return "OutgoingMessage[%s, %d bytes]".formatted(envelopeId, bytes.length);
    }
}
