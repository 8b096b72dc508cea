package org.vigie.notice.batch;

import org.jspecify.annotations.Nullable;

/**
 * A line as it came. Its {@code toString} gives nothing away.
 *
 * @param number counted from 1, as an editor shows it
 * @param text a report as JSON, empty if it cannot be one
 * @param broken why it cannot be one, absent if that is not known yet
 */
public record BatchLine(int number, String text, @Nullable String broken) {

    @Override
    public String toString() {
        return "BatchLine[%d]".formatted(number);
    }
}
