package org.vigie.support.events;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.support.Refusal;

/**
 * Why a record could not be applied, without a word of its data.
 *
 * @param kind of failure: the class of the exception
 * @param place where in our code it failed, as class and line
 * @param reason which field is wrong and how, absent unless the record is not what its topic promises
 */
record FailureCause(String kind, String place, @Nullable String reason) {

    private static final String OURS = "org.vigie.";

    static FailureCause of(Exception failure) {
        var said = said(failure);
        return new FailureCause(
                said.getClass().getName(),
                place(failure),
                said instanceof UnreadableRecord unreadable ? unreadable.getMessage() : null);
    }

    /** What said no, or else what failed first. */
    private static Throwable said(Throwable failure) {
        return causes(failure)
                .filter(Refusal.class::isInstance)
                .findFirst()
                .orElseGet(() -> causes(failure).reduce((_, deeper) -> deeper).orElse(failure));
    }

    private static String place(Throwable failure) {
        return causes(failure).toList().reversed().stream()
                .flatMap(cause -> Arrays.stream(cause.getStackTrace()))
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .map(frame -> frame.getClassName() + ":" + frame.getLineNumber())
                .findFirst()
                .orElse("outside " + OURS + "*");
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(20);
    }
}
