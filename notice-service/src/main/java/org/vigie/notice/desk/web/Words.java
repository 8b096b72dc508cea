package org.vigie.notice.desk.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what stands in an address; what cannot be read is as if it were not there. */
final class Words {

    private Words() {}

    static <E extends Enum<E>> Optional<E> of(Class<E> words, @Nullable String said) {
        return said == null
                ? Optional.empty()
                : Arrays.stream(words.getEnumConstants())
                        .filter(word -> word.name().equals(said.toUpperCase(Locale.ROOT)))
                        .findFirst();
    }

    static Optional<UUID> id(@Nullable String said) {
        try {
            return Optional.ofNullable(said).map(UUID::fromString);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
