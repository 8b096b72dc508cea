package org.vigie.metrics.ledger;

import org.jspecify.annotations.Nullable;
import org.vigie.events.Role;

/** How a targeting ended, or that it did not. Times are epoch milliseconds. */
public sealed interface Ending {

    /** Still there as far as is known. */
    record Open() implements Ending {}

    /**
     * Gone from where it was.
     *
     * @param outageClass seen only as an outage of the host (72-hour rule)
     * @param actor who seems to have done it, absent where nothing says so
     */
    record Removed(long at, boolean outageClass, @Nullable Actor actor) implements Ending {

        /** The same removal, with the other's actor if that one did it itself and this one did not. */
        Removed orOwn(Removed other) {
            return other.actor != null && other.actor.own() && (actor == null || !actor.own())
                    ? new Removed(at, outageClass, other.actor)
                    : this;
        }
    }

    /**
     * Who seems to have taken it down.
     *
     * @param own it was the provider told, or, where only a role is known, one in the role that was told
     */
    record Actor(Role role, boolean own) {}

    /** No longer with this provider; whether it is gone is another targeting's matter. */
    record Moved(long at) implements Ending {}

    /** Counted nowhere: retracted, gone before the notice, or made double by a merge of contents. */
    record Voided() implements Ending {}
}
