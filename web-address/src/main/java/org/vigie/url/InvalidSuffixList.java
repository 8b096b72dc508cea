package org.vigie.url;

import java.io.Serial;

/** A file is no public suffix list, or not the whole of one. */
public final class InvalidSuffixList extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    InvalidSuffixList(String reason) {
        super(reason);
    }
}
