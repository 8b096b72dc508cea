package org.vigie.metrics.removal.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vigie.support.web.Paging;
import org.vigie.support.web.Paging.Part;
import org.vigie.support.web.ParameterRefused;

/** Which part of a table is asked for, as query parameters. */
record Page(@Nullable Integer limit, @Nullable String cursor) {

    <T> Part<T, String> of(List<T> rows, Function<T, String> cursorOf) {
        return Paging.part(rows, cursorOf, cursor, limit);
    }

    /**
     * All rows: what is to be saved as a file is not cut.
     *
     * @throws ParameterRefused if a part was asked for
     */
    <T> List<T> whole(List<T> rows) {
        if (limit != null || cursor != null) {
            throw new ParameterRefused(limit != null ? "limit" : "cursor", "A table as CSV is answered whole.");
        }
        return rows;
    }
}
