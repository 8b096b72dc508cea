package org.vigie.notice.batch.web;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.batch.Batch;
import org.vigie.notice.batch.BatchLine;
import org.vigie.notice.batch.Lines;
import org.vigie.support.validation.InvalidField;

/** The lines of a body, counted; what follows one that ends it all is read, so that the answer is. */
final class BodyLines implements Lines {

    static final String NDJSON = "application/x-ndjson";
    static final String CSV = "text/csv";

    /** What some programs begin a text with to say that it is UTF-8. */
    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    /** Lines as one form of text has them. */
    interface Form {

        @Nullable
        BatchLine next() throws IOException;
    }

    private final DigestInputStream body;
    private final String type;
    private @Nullable Form form;
    private int count;

    /** @param type {@link #NDJSON} or {@link #CSV} */
    BodyLines(String type, InputStream body) {
        this.type = type;
        this.body = new DigestInputStream(body, sha256());
    }

    @Override
    public @Nullable BatchLine next() throws IOException {
        try {
            var line = form().next();
            if (line != null && ++count > Batch.MOST_LINES) {
                throw new InvalidField("", "Has more than %d lines.".formatted(Batch.MOST_LINES));
            }
            if (line == null && count == 0) {
                throw new InvalidField("", "Has no line.");
            }
            return line;
        } catch (InvalidField refused) {
            body.transferTo(OutputStream.nullOutputStream());
            throw refused;
        }
    }

    @Override
    public String digest() {
        return type + " " + HexFormat.of().formatHex(body.getMessageDigest().digest());
    }

    private Form form() throws IOException {
        var known = form;
        if (known == null) {
            var text = withoutMark(body);
            known = type.equals(CSV) ? new CsvForm(text) : new NdjsonForm(text);
            form = known;
        }
        return known;
    }

    private static InputStream withoutMark(InputStream body) throws IOException {
        var text = new BufferedInputStream(body);
        text.mark(MARK.length);
        if (!Arrays.equals(text.readNBytes(MARK.length), MARK)) {
            text.reset();
        }
        return text;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
