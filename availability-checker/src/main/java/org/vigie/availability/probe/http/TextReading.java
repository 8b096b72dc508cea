package org.vigie.availability.probe.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.brotli.dec.BrotliInputStream;
import org.vigie.availability.probe.Answer;

/** The beginning of a text: at most 8 KiB from the wire, and at most 8 KiB once it is unpacked. */
final class TextReading {

    /**
     * What was read.
     *
     * @param length in octets
     * @param isPacked whether they are as they were sent, packed in a way that is not undone
     */
    record Beginning(int length, boolean isPacked) {}

    private TextReading() {}

    static boolean isText(ClassicHttpResponse response) {
        var type = response.getFirstHeader("Content-Type");
        return type != null && Answer.isText(AnswerReading.mediaType(type.getValue()));
    }

    /** Reads into {@code text}; what came before a connection broke counts. */
    static Beginning read(ClassicHttpResponse response, InputStream body, byte[] text) {
        var length = read(body, text);
        var coding = coding(response);
        if (coding.isEmpty() || coding.equals("identity")) {
            return new Beginning(length, false);
        }
        var sent = Arrays.copyOf(text, length);
        var unpacked = unpack(coding, new ByteArrayInputStream(sent), text);
        if (unpacked == 0) {
            System.arraycopy(sent, 0, text, 0, length);
        }
        Arrays.fill(sent, (byte) 0);
        return unpacked == 0 ? new Beginning(length, length > 0) : new Beginning(unpacked, false);
    }

    /** We ask for none (identity); a server may pack all the same (RFC 9110, section 12.5.3). */
    private static String coding(ClassicHttpResponse response) {
        var coding = response.getFirstHeader("Content-Encoding");
        return coding == null ? "" : coding.getValue().strip().toLowerCase(Locale.ROOT);
    }

    /** Answers how much there was, 0 if nothing could be unpacked. */
    private static int unpack(String coding, InputStream packed, byte[] text) {
        try {
            return switch (coding) {
                case "gzip", "x-gzip" -> read(new GZIPInputStream(packed), text);
                case "deflate" -> read(inflated(packed), text);
                case "br" -> readBrotli(packed, text);
                default -> 0;
            };
        } catch (IOException _) {
            return 0;
        }
    }

    /** In the zlib format, or bare as some servers send it: the first octet tells (RFC 1950, section 2.2). */
    private static InputStream inflated(InputStream packed) throws IOException {
        packed.mark(1);
        var first = packed.read();
        packed.reset();
        var isZlib = first >= 0 && (first & 0x0f) == 8 && (first >>> 4) <= 7;
        return new InflaterInputStream(packed, new Inflater(!isZlib));
    }

    /**
     * One at a time: a stream may claim a window of 16 MiB. The decoder gives out nothing of a stream that was cut off.
     */
    private static synchronized int readBrotli(InputStream packed, byte[] text) throws IOException {
        return read(new BrotliInputStream(packed), text);
    }

    private static int read(InputStream in, byte[] text) {
        int length = 0;
        try {
            for (int count = 0; count >= 0 && length < text.length; length += Math.max(count, 0)) {
                count = in.read(text, length, text.length - length);
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException _) {
            // Cut off, or malformed from here on: its beginning is enough.
        }
        return length;
    }
}
