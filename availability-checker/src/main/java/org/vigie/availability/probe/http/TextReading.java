package org.vigie.availability.probe.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.jspecify.annotations.Nullable;
import org.vigie.availability.probe.Answer;

/** The beginning of a text: at most 8 KiB from the wire, and at most 8 KiB once it is unpacked. */
final class TextReading {

    private TextReading() {}

    static boolean isText(ClassicHttpResponse response) {
        var type = response.getFirstHeader("Content-Type");
        return type != null && Answer.isText(AnswerReading.mediaType(type.getValue()));
    }

    /**
     * Reads into {@code text} and says how much; what was read before a connection broke counts.
     *
     * @return how many octets, or -1 if it is packed in a way that is not undone here
     */
    static int read(ClassicHttpResponse response, InputStream body, byte[] text) {
        var packed = new BoundedInput(body, text.length);
        try (var unpacked = unpacked(response, packed)) {
            return unpacked == null ? -1 : read(unpacked, text);
        } catch (IOException _) {
            return -1;
        }
    }

    /** We ask for none (identity); a server may pack all the same (RFC 9110, section 12.5.3). */
    private static @Nullable InputStream unpacked(ClassicHttpResponse response, InputStream packed) throws IOException {
        var coding = response.getFirstHeader("Content-Encoding");
        return switch (coding == null ? "" : coding.getValue().strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> packed;
            case "gzip", "x-gzip" -> new GZIPInputStream(packed);
            case "deflate" -> inflated(packed);
            default -> null;
        };
    }

    /** In the zlib format, or bare as some servers send it: the first octet tells (RFC 1950, section 2.2). */
    private static InputStream inflated(InputStream packed) throws IOException {
        var start = new PushbackInputStream(packed, 1);
        var first = start.read();
        if (first >= 0) {
            start.unread(first);
        }
        var isZlib = (first & 0x0f) == 8 && (first >>> 4) <= 7;
        return new InflaterInputStream(start, new Inflater(!isZlib));
    }

    private static int read(InputStream in, byte[] text) {
        int length = 0;
        try {
            for (int count = 0; count >= 0 && length < text.length; length += Math.max(count, 0)) {
                count = in.read(text, length, text.length - length);
            }
        } catch (IOException _) {
            // Cut off, or as far as is read: its beginning is enough.
        }
        return length;
    }
}
