package org.vigie.support.events;

import org.jspecify.annotations.Nullable;
import org.vigie.support.FailurePlace;
import org.vigie.support.Refusal;

/**
 * Why a record could not be applied, without a word of its data.
 *
 * @param kind of failure: the class of the exception
 * @param place where in our code it failed, as class and line
 * @param reason which field is wrong and how, absent unless the record is not what its topic promises
 */
record FailureCause(String kind, String place, @Nullable String reason) {

    static FailureCause of(Exception failure) {
        var said = said(failure);
        return new FailureCause(
                said.getClass().getName(),
                FailurePlace.of(failure),
                said instanceof UnreadableRecord unreadable ? unreadable.getMessage() : null);
    }

    /** What said no, or else what failed first. */
    private static Throwable said(Throwable failure) {
        return FailurePlace.causes(failure)
                .filter(Refusal.class::isInstance)
                .findFirst()
                .orElseGet(() -> FailurePlace.first(failure));
    }
}
