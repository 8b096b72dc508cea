package org.vigie.metrics.ledger;

import org.jspecify.annotations.Nullable;
import org.vigie.events.Category;
import org.vigie.events.ContentKind;
import org.vigie.events.Maturation;
import org.vigie.events.Role;
import org.vigie.metrics.ledger.Ending.Actor;
import org.vigie.metrics.ledger.Ending.Moved;
import org.vigie.metrics.ledger.Ending.Open;
import org.vigie.metrics.ledger.Ending.Removed;
import org.vigie.metrics.ledger.Ending.Voided;

/** What a targeting is of and how it ended, in one int. */
final class Marks {

    /** How it ended, without what comes with it. */
    enum End {
        OPEN,
        REMOVED,
        MOVED,
        VOIDED
    }

    private static final Bits LAYOUT = new Bits();

    static final Bits.OneOf<Role> ROLE = LAYOUT.oneOf(Role.values());
    static final Bits.OneOf<ContentKind> KIND = LAYOUT.oneOf(ContentKind.values());
    static final Bits.OneOf<Category> CATEGORY = LAYOUT.oneOf(Category.values());
    static final Bits.OneOf<Maturation> STAGE = LAYOUT.oneOf(Maturation.values());
    static final Bits.OneOf<End> END = LAYOUT.oneOf(End.values());
    static final Bits.Flag OUTAGE = LAYOUT.flag();
    /** Whether the content was targeted before; {@link #of} knows nothing of it. */
    static final Bits.Flag REPEAT = LAYOUT.flag();

    private static final Bits.Flag ACTED = LAYOUT.flag();
    private static final Bits.Flag OWN = LAYOUT.flag();
    private static final Bits.OneOf<Role> ACTOR = LAYOUT.oneOf(Role.values());

    private Marks() {}

    static int of(Lifecycle lifecycle) {
        return ROLE.of(lifecycle.role())
                | KIND.of(lifecycle.kind())
                | CATEGORY.of(lifecycle.category())
                | STAGE.of(lifecycle.maturation())
                | of(lifecycle.ending());
    }

    private static int of(Ending ending) {
        return switch (ending) {
            case Open _ -> END.of(End.OPEN);
            case Moved _ -> END.of(End.MOVED);
            case Voided _ -> END.of(End.VOIDED);
            case Removed removed -> END.of(End.REMOVED) | OUTAGE.of(removed.outageClass()) | of(removed.actor());
        };
    }

    private static int of(@Nullable Actor actor) {
        return actor == null ? 0 : ACTED.of(true) | OWN.of(actor.own()) | ACTOR.of(actor.role());
    }

    /** Who acted, absent if nobody is known to have. */
    static @Nullable Actor actor(int marks) {
        return ACTED.isIn(marks) ? new Actor(ACTOR.in(marks), OWN.isIn(marks)) : null;
    }
}
