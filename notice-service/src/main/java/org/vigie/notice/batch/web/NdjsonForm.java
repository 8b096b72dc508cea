package org.vigie.notice.batch.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.batch.BatchLine;

/** A JSON text a line (github.com/ndjson/ndjson-spec 1.0.0), ended by LF or CR LF; blank lines are none. */
final class NdjsonForm implements BodyLines.Form {

    private static final int LONGEST = 64 * 1024;

    private final InputStream text;
    private int number;

    NdjsonForm(InputStream text) {
        this.text = text;
    }

    @Override
    public @Nullable BatchLine next() throws IOException {
        for (var first = text.read(); first >= 0; first = text.read()) {
            number++;
            var line = line(first);
            if (!line.text().isBlank() || line.broken() != null) {
                return line;
            }
        }
        return null;
    }

    private BatchLine line(int first) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var length = 0;
        for (var next = first; next >= 0 && next != '\n'; next = text.read()) {
            if (++length <= LONGEST) {
                bytes.write(next);
            }
        }
        return length > LONGEST ? broken("Must have 64 KiB at most.") : decoded(bytes.toByteArray());
    }

    private BatchLine decoded(byte[] bytes) {
        try {
            var decoded = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return new BatchLine(number, decoded, null);
        } catch (CharacterCodingException _) {
            return broken("Must be UTF-8.");
        }
    }

    private BatchLine broken(String why) {
        return new BatchLine(number, "", why);
    }
}
