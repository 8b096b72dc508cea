package org.vigie.notice.delivery;

import java.util.regex.Pattern;
import org.vigie.notice.message.FormAddress;
import org.vigie.notice.message.HeaderText;

/**
 * A rendered message on its way to one recipient.
 *
 * @param envelopeFrom where bounces go
 * @param recipient the one address it is for: of a mailbox, or of a web form
 * @param envelopeId what a delivery report quotes (RFC 3461 section 4.4): printable ASCII without + and =, at most 100
 * @param bytes the whole message with CRLF line ends, 7-bit; sent as they are
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record OutgoingMessage(String envelopeFrom, String recipient, String envelopeId, byte[] bytes) {

    private static final Pattern ENVELOPE_ID = Pattern.compile("[!-~&&[^+=]]{1,100}");

    /** @throws org.vigie.notice.message.UnsafeNotice if an address is not one plain address */
    public OutgoingMessage {
        envelopeFrom = HeaderText.requireAddress(envelopeFrom);
        recipient = FormAddress.requireItOrMail(recipient);
        if (!ENVELOPE_ID.matcher(envelopeId).matches()) {
            throw new IllegalArgumentException("not an envelope id");
        }
    }

    /** Leaves addresses and text out. */
    @Override
    public String toString() {
        return "OutgoingMessage[%s, %d bytes]".formatted(envelopeId, bytes.length);
    }
}
