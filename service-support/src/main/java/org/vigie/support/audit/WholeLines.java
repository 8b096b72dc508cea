package org.vigie.support.audit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Lines as the octets that they are; one without an end is none. */
final class WholeLines implements AutoCloseable {

    private final InputStream from;

    WholeLines(InputStream from) {
        this.from = new BufferedInputStream(from);
    }

    /** The next one without its end, or null if there is none. */
    byte @Nullable [] next() throws IOException {
        var line = new ByteArrayOutputStream();
        for (var read = from.read(); read >= 0; read = from.read()) {
            if (read == '\n') {
                return line.toByteArray();
            }
            line.write(read);
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        from.close();
    }
}
