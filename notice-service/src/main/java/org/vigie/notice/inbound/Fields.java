package org.vigie.notice.inbound;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Header fields, or the fields of a report, in their order.
 *
 * @param all names in lower case; values unfolded, decoded and without control characters
 */
public record Fields(List<Field> all) {

    public static final Fields NONE = new Fields(List.of());

    public Fields {
        all = List.copyOf(all);
    }

    /** One of them. */
    public record Field(String name, String value) {
        public Field {
            name = name.toLowerCase(Locale.ROOT);
        }
    }

    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /** The values of every field of the name, in lower case. */
    public List<String> all(String name) {
        return all.stream()
                .filter(field -> field.name().equals(name))
                .map(Field::value)
                .toList();
    }

    public boolean has(String name) {
        return first(name).isPresent();
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** Leaves the values out. */
    @Override
    public String toString() {
        return "Fields[%d]".formatted(all.size());
    }
}
