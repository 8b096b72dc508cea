package org.vigie.notice.delivery.email;

import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.jspecify.annotations.Nullable;

/** A message whose bytes are there already; it leaves its last line to the transport, which sends it on its own. */
final class RawMessage extends SMTPMessage {

    private final byte[] bytes;
    private final int lastLine;

    RawMessage(Session session, byte[] bytes) {
        super(session);
        this.bytes = bytes;
        this.lastLine = startOfLastLine(bytes);
    }

    @Override
    public void writeTo(OutputStream out, String @Nullable [] ignored) throws IOException {
        out.write(bytes, 0, lastLine);
    }

    /** The last line with a leading dot doubled (RFC 5321 section 4.5.2), without its line end. */
    String lastLine() {
        var line = new String(Arrays.copyOfRange(bytes, lastLine, bytes.length), StandardCharsets.US_ASCII).strip();
        return line.startsWith(".") ? "." + line : line;
    }

    private static int startOfLastLine(byte[] bytes) {
        var end = bytes.length;
        while (end > 0 && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r')) {
            end--;
        }
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }
}
