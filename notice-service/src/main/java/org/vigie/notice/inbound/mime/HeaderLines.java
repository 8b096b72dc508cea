package org.vigie.notice.inbound.mime;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.EntityState;
import org.vigie.notice.inbound.Fields;
import org.vigie.notice.inbound.Fields.Field;

/** Reads header fields, which are also the form of the reports. */
final class HeaderLines {

    /** Of a report: a notice has one recipient, and a list behind it a few. */
    private static final int MOST_GROUPS = 50;

    private HeaderLines() {}

    /** The fields of one header; what follows its empty line is left. */
    static Fields one(byte[] lines) throws IOException, MimeException {
        return fields(new ByteArrayInputStream(withoutEmptyLinesBefore(lines)));
    }

    /** Groups of fields, parted by empty lines. */
    static List<Fields> groups(byte[] lines) throws IOException, MimeException {
        var groups = new ArrayList<Fields>();
        var text = new String(lines, StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
        for (var group : text.split("\n\n", MOST_GROUPS)) {
            var fields = one(group.getBytes(StandardCharsets.ISO_8859_1));
            if (!fields.isEmpty()) {
                groups.add(fields);
            }
        }
        return groups;
    }

    static Field field(org.apache.james.mime4j.stream.Field field) {
        return new Field(field.getName(), decoded(field.getBody()));
    }

    private static Fields fields(InputStream input) throws IOException, MimeException {
        var all = new ArrayList<Field>();
        var stream = MimeMailReader.stream(input);
        for (var state = stream.getState();
                state != EntityState.T_END_HEADER && state != EntityState.T_END_OF_STREAM;
                state = stream.next()) {
            if (state == EntityState.T_FIELD) {
                all.add(field(stream.getField()));
            }
        }
        return new Fields(all);
    }

    private static byte[] withoutEmptyLinesBefore(byte[] lines) {
        var start = 0;
        while (start < lines.length && (lines[start] == '\r' || lines[start] == '\n')) {
            start++;
        }
        return Arrays.copyOfRange(lines, start, lines.length);
    }

    private static String decoded(String body) {
        var raw = body.getBytes(StandardCharsets.ISO_8859_1);
        var text = ReadText.of(raw, null).replace('\n', ' ');
        return ReadText.cleaned(DecoderUtil.decodeEncodedWords(text, DecodeMonitor.SILENT, StandardCharsets.UTF_8))
                .replace('\n', ' ')
                .strip();
    }
}
