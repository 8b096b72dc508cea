package org.vigie.registry.dataset;

import java.io.IOException;
import java.nio.file.Path;

/** A data set that an operator can give a newer edition of. */
public interface Loadable {

    /** As {@link DataSet#name()}. */
    String name();

    /**
     * Takes a newer edition in, for whoever looks from now on.
     *
     * @throws BrokenDataSet if it should not be used; the one in use stays
     * @throws IOException if the file cannot be read or kept
     */
    DataSet load(Path file) throws IOException;
}
