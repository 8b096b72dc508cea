package org.vigie.standalone;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What {@code ./vigie} can be asked to do; {@code help.txt} says the same to people. */
enum Command {
    DEMO,
    UP,
    SEAL,
    RESOLVE,
    DATA,
    DEAD_LETTERS,
    REPUBLISH,
    HELP;

    /** The command as it is typed. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The command typed as {@code word}; absent if there is none. */
    static Optional<Command> of(String word) {
        return Arrays.stream(values())
                .filter(command -> command.word().equals(word))
                .findAny();
    }
}
