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
public record Told(
        Instant at,
        String what,
        @Nullable String who,
        @Nullable String why,
        @Nullable Addressee addressee,
        @Nullable String reference,
        @Nullable UUID contentId) {

    /** Whether it tells the same, whenever that was. */
    boolean saysTheSameAs(Told other) {
        return what.equals(other.what)
                && Objects.equals(why, other.why)
                && Objects.equals(addressee, other.addressee)
                && Objects.equals(reference, other.reference);
    }

    static Told of(Instant at, String what) {
        return new Told(at, what, null, null, null, null, null);
    }

    static Told because(Instant at, String what, @Nullable String why) {
        return new Told(at, what, null, why, null, null, null);
    }

    /** Who classified: the person, if known, and the organisation. */
    static String assessor(@Nullable String person, String organisation) {
        return person == null ? organisation : "%s (%s)".formatted(person, organisation);
    }

    /** Who placed the hold, and for whom. */
    static Told held(Hold hold, @Nullable String by) {
        return by(hold.placedAt(), "HELD", by, "%s: %s".formatted(hold.owner(), hold.reason()), null);
    }

    static Told by(Instant at, String what, @Nullable String who, @Nullable String why, @Nullable UUID contentId) {
        return new Told(at, what, who, why, null, null, contentId);
    }

    static Told to(Instant at, String what, @Nullable String why, Addressee addressee, @Nullable String reference) {
        return new Told(at, what, null, why, addressee, reference, null);
    }
}
