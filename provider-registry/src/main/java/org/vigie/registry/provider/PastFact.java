package org.vigie.registry.provider;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that was said of a provider and is no longer.
 *
 * @param fact the field, or the kind of the network object or contact
 * @param source who had said it, absent for what has no source of its own
 * @param from since when it was said, absent if nobody kept that
 * @param until when it ceased to be said
 */
public record PastFact(
        String fact,
        String value,
        @Nullable Source source,
        @Nullable Instant from,
        Instant until) {

    /** A field that said something else or is no longer said. */
    static Optional<PastFact> changed(String fact, @Nullable String before, @Nullable String after, Instant now) {
        return before == null || before.equals(after)
                ? Optional.empty()
                : Optional.of(new PastFact(fact, before, null, null, now));
    }

    static PastFact of(NetworkObject object, Instant until) {
        return new PastFact(object.kind().name(), object.value(), object.source(), object.validFrom(), until);
    }

    static PastFact of(Contact contact, Instant until) {
        return new PastFact(contact.channel().name(), contact.address(), contact.source(), null, until);
    }

    static PastFact of(Contact contact, Vetting gone, Instant until) {
        return new PastFact("no_forward", gone.vettedBy(), contact.source(), gone.vettedAt(), until);
    }

    /** Leaves the value out. */
    @Override
    public String toString() {
        return "PastFact[" + fact + "]";
    }
}
