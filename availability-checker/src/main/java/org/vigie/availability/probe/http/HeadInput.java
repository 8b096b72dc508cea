package org.vigie.availability.probe.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Takes no octet that lies behind the empty line at the end of a head: never more at a time than must still come before
 * it. What a server sends beyond, because it passes over our {@code Range}, is not taken from the kernel.
 */
final class HeadInput extends FilterInputStream {

    private boolean lineIsEmpty = true;
    private boolean isBodyWanted;

    HeadInput(InputStream in) {
        super(in);
    }

    /** The head was read, and what follows is wanted. */
    void goOn() {
        isBodyWanted = true;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (isBodyWanted) {
            return super.read(into, offset, length);
        }
        // Behind some of a line come its end and the empty line's; behind an end, that one alone.
        var count = super.read(into, offset, Math.min(length, lineIsEmpty ? 1 : 2));
        for (int i = 0; i < count; i++) {
            var octet = into[offset + i];
            lineIsEmpty = octet == '\n' || (octet == '\r' && lineIsEmpty);
        }
        return count;
    }
}
