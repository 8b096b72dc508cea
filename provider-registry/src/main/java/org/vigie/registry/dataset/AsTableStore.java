package org.vigie.registry.dataset;

import java.io.IOException;
import java.nio.file.Path;

/** Tables for the whole Internet, as files. */
public interface AsTableStore {

    /**
     * Reads a table in any form we know.
     *
     * @throws BrokenDataSet if it is none, or a line of it is refused
     * @throws IOException if the file cannot be read
     */
    AsTable read(Path file) throws IOException;

    /** Keeps the table; the service takes it up at its next resolution. */
    void keep(AsTable table) throws IOException;
}
