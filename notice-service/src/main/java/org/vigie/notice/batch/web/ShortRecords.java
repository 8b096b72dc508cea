package org.vigie.notice.batch.web;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import org.vigie.support.validation.InvalidField;

/** Text of which a record must not be long: a quotation mark that nothing closes would make one of all that follows. */
final class ShortRecords extends FilterReader {

    /** And what the parser has read ahead. */
    private static final int LONGEST = 64 * 1024;

    private int read;

    ShortRecords(Reader text) {
        super(text);
    }

    /** A record begins. */
    void begin() {
        read = 0;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        var count = super.read(buffer, offset, Math.min(length, LONGEST));
        read += Math.max(0, count);
        if (read > LONGEST * 2) {
            throw new InvalidField("", "A record must have 64 KiB at most; perhaps a quotation mark is not closed.");
        }
        return count;
    }

    @Override
    public int read() throws IOException {
        var one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }
}
