package org.vigie.notice.desk.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.support.validation.InvalidField;
import org.vigie.support.validation.Text;

/** What a person typed into a form, by the names of its fields; a field that is not sent is empty. */
record Typed(Map<String, String> fields) {

    static final Typed NOTHING = new Typed(Map.of());

    Typed {
        fields = Map.copyOf(fields);
    }

    /** As it was typed, to be shown again. */
    public String raw(String field) {
        return fields.getOrDefault(field, "");
    }

    /** Whether the field is a box that is ticked. */
    public boolean isTicked(String field) {
        return !raw(field).isEmpty();
    }

    /** @throws InvalidField if nothing was typed, more than a text may have, or a control character */
    String text(String field) {
        return optional(field).orElseThrow(() -> refused(field, "needed"));
    }

    /**
     * Empty if nothing was typed.
     *
     * @throws InvalidField if it is longer than a text may be, or has a control character
     */
    Optional<String> optional(String field) {
        var typed = raw(field).strip();
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        if (!Text.Check.isText(typed)) {
            throw refused(field, "text");
        }
        return Optional.of(typed);
    }

    /**
     * Several lines, with tabs and line feeds as the only control characters.
     *
     * @throws InvalidField if nothing was typed, or more than that
     */
    String words(String field, int longest) {
        var typed = raw(field).replace("\r\n", "\n").replace('\r', '\n').strip();
        if (typed.isEmpty()) {
            throw refused(field, "needed");
        }
        if (typed.length() > longest
                || !typed.matches("[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*")) {
            throw refused(field, "long");
        }
        return typed;
    }

    /** @throws InvalidField if none of the words was chosen */
    <E extends Enum<E>> E word(String field, Class<E> words) {
        return optionalWord(field, words).orElseThrow(() -> refused(field, "choose"));
    }

    /** Empty if none of the words was chosen. */
    <E extends Enum<E>> Optional<E> optionalWord(String field, Class<E> words) {
        return Arrays.stream(words.getEnumConstants())
                .filter(word -> word.name().equals(raw(field)))
                .findFirst();
    }

    /** A number that the page itself sends; -1 if it is none. */
    int number(String field) {
        return raw(field).matches("[0-9]{1,9}") ? Integer.parseInt(raw(field)) : -1;
    }

    /** @throws InvalidField if it is no id */
    UUID id(String field) {
        try {
            return UUID.fromString(raw(field));
        } catch (IllegalArgumentException _) {
            throw refused(field, "choose");
        }
    }

    /** Absent if nothing is chosen. */
    @Nullable
    UUID optionalId(String field) {
        return raw(field).isEmpty() ? null : id(field);
    }

    /**
     * A field {@code datetime-local}, read as UTC; empty if nothing was typed.
     *
     * @throws InvalidField if it is no time
     */
    Optional<Instant> time(String field) {
        var typed = raw(field).strip();
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.parse(typed).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException _) {
            throw refused(field, "time");
        }
    }

    /** @param why key of the words that say what was expected */
    static InvalidField refused(String field, String why) {
        return new InvalidField("/" + field, why);
    }

    /** Leaves what was typed out. */
    @Override
    public String toString() {
        return "Typed";
    }
}
