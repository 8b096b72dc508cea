package org.vigie.support;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

/** Where something failed, and what failed first: what may be said of a failure that quotes a URL. */
public final class FailurePlace {

    private static final String OURS = "org.vigie.";

    private FailurePlace() {}

    /** In our code, as class and line. */
    public static String of(Throwable failure) {
        return causes(failure).toList().reversed().stream()
                .flatMap(cause -> Arrays.stream(cause.getStackTrace()))
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .map(frame -> frame.getClassName() + ":" + frame.getLineNumber())
                .findFirst()
                .orElse("outside " + OURS + "*");
    }

    /** What failed first. */
    public static Throwable first(Throwable failure) {
        return causes(failure).reduce((_, deeper) -> deeper).orElse(failure);
    }

    /** The failure, and what caused it, twenty at most: causes may go round in a circle. */
    public static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(20);
    }
}
