package org.vigie.notice.removal;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a case's story.
 *
 * @param what happened, a code such as {@code NOTICE_ACCEPTED}
 * @param who a person, an organisation or a service; absent where it is this service
 * @param why a code or a person's words; absent where it needs none
 */
public record CaseEvent(
        Instant at,
        String what,
        @Nullable String who,
        @Nullable String why,
        @Nullable Addressee addressee,
        @Nullable String reference,
        @Nullable UUID contentId) {

    /** Whether it tells the same, whenever that was. */
    boolean saysTheSameAs(CaseEvent other) {
        return what.equals(other.what)
                && Objects.equals(why, other.why)
                && Objects.equals(addressee, other.addressee)
                && Objects.equals(reference, other.reference);
    }

    static CaseEvent of(Instant at, String what) {
        return new CaseEvent(at, what, null, null, null, null, null);
    }

    static CaseEvent because(Instant at, String what, @Nullable String why) {
        return new CaseEvent(at, what, null, why, null, null, null);
    }

    /** Who classified: the person, if known, and the organisation. */
    static String assessor(@Nullable String person, String organisation) {
        return person == null ? organisation : "%s (%s)".formatted(person, organisation);
    }

    /** Who placed the hold, and for whom. */
    static CaseEvent held(Hold hold, @Nullable String by) {
        return by(hold.placedAt(), "HELD", by, "%s: %s".formatted(hold.owner(), hold.reason()), null);
    }

    static CaseEvent by(Instant at, String what, @Nullable String who, @Nullable String why, @Nullable UUID contentId) {
        return new CaseEvent(at, what, who, why, null, null, contentId);
    }

    static CaseEvent to(Instant at, String what, @Nullable String why, Addressee addressee, @Nullable String reference) {
        return new CaseEvent(at, what, null, why, addressee, reference, null);
    }
}
