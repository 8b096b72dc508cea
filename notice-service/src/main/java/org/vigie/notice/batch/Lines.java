package org.vigie.notice.batch;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The lines of a batch as they come, those without anything on them left out. */
public interface Lines {

    /**
     * The next line, null after the last.
     *
     * @throws IOException if no more can be read; sending all of it again may help
     */
    @Nullable
    BatchLine next() throws IOException;

    /** Of everything that came, once the last line was read. */
    String digest();
}
