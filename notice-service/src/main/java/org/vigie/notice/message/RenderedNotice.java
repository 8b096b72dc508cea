package org.vigie.notice.message;

import java.util.List;
import java.util.UUID;

/**
 * A notice ready to be sent, stored and sent again.
 *
 * @param messageId with its angle brackets, as in the header
 * @param bytes the whole message with CRLF line ends, 7-bit
 * @param xarfReportIds one per XARF part, in the order of the parts
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record RenderedNotice(String messageId, byte[] bytes, List<UUID> xarfReportIds) {

    public RenderedNotice {
        xarfReportIds = List.copyOf(xarfReportIds);
    }

    /** Leaves the text out. */
    @Override
    public String toString() {
        return "RenderedNotice[%s, %d bytes]".formatted(messageId, bytes.length);
    }
}
