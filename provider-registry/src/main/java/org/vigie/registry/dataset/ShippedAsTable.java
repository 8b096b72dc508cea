package org.vigie.registry.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The table that comes with the software, so that a fresh clone resolves without any network. */
public final class ShippedAsTable {

    private static final String FILE = "as-table.gz";

    private ShippedAsTable() {}

    /** Reads it anew each time; keep the result. */
    public static AsTable read() {
        try (var file = ShippedAsTable.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("this build came without an AS table");
            }
            return AsTableFile.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
