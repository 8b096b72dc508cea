package org.vigie.support.web;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The one way in which lists are answered: {@code limit} entries after the one that {@code cursor} names. */
public final class Paging {

    private static final int USUAL = 100;
    private static final int LARGEST = 500;

    private Paging() {}

    /**
     * Part of a list.
     *
     * @param next cursor of the next part, absent at the end
     */
    public record Part<T, C>(List<T> entries, @Nullable C next) {

        public Part {
            entries = List.copyOf(entries);
        }

        /** The same part of what the entries are shown as. */
        public <V> List<V> shown(Function<T, V> as) {
            return entries.stream().map(as).toList();
        }
    }

    /**
     * How many entries a part has at most: 1 to 500, 100 if nobody said.
     *
     * @throws ParameterRefused if it is out of this range
     */
    public static int size(@Nullable Integer limit) {
        if (limit == null) {
            return USUAL;
        }
        if (limit < 1 || limit > LARGEST) {
            throw new ParameterRefused("limit", "Must be between 1 and %d.".formatted(LARGEST));
        }
        return limit;
    }

    /**
     * Part of a list that is short enough to be read whole.
     *
     * @throws ParameterRefused if the limit is out of its range, or no entry has the cursor
     */
    public static <T, C> Part<T, C> part(
            List<T> whole, Function<T, C> cursorOf, @Nullable C cursor, @Nullable Integer limit) {
        var size = size(limit);
        var begin = cursor == null ? 0 : after(whole, cursorOf, cursor);
        var end = Math.min(whole.size(), begin + size);
        return new Part<>(whole.subList(begin, end), end == whole.size() ? null : cursorOf.apply(whole.get(end - 1)));
    }

    private static <T, C> int after(List<T> whole, Function<T, C> cursorOf, C cursor) {
        for (int i = 0; i < whole.size(); i++) {
            if (Objects.equals(cursorOf.apply(whole.get(i)), cursor)) {
                return i + 1;
            }
        }
        throw notACursor();
    }

    /** The cursor is not the end of a part of this list. */
    public static ParameterRefused notACursor() {
        return new ParameterRefused("cursor", "Not a cursor of this list.");
    }
}
