package org.vigie.notice.iccam;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that ICCAM is told of an item. */
public sealed interface Deed {

    /** What our assessors say of it. */
    record Assess(Classified classified, AgeGroup age) implements Deed {}

    /**
     * Something that was done about it.
     *
     * @param at when, never before the item came
     * @param reason of what is unavailable or not illegal, absent of everything else
     */
    record Act(ActionType type, Instant at, @Nullable ActionReason reason) implements Deed {}

    /** By which ICCAM's record and ours of what was told know it. */
    default String name() {
        return switch (this) {
            case Assess _ -> "Assessment";
            case Act act -> act.type().word();
        };
    }
}
