package org.vigie.support.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.vigie.support.Person;

/** Who sends a request. */
public sealed interface Caller permits Caller.TokenHolder, Caller.Principal, Partner {

    /** Whoever holds {@code VIGIE_API_TOKEN}: in an evaluation only, and each request says who acts. */
    record TokenHolder() implements Caller {}

    /** A person or a service of ours, whom the issuer vouches for. */
    record Principal(Person person) implements Caller {}

    /** The caller that was recognised, absent if none was. */
    static Optional<Caller> of(java.security.@Nullable Principal principal) {
        if (!(principal instanceof Authentication known)) {
            return Optional.empty();
        }
        return switch (known.getPrincipal()) {
            case Caller caller -> Optional.of(caller);
            case SignedIn person -> Optional.of(person.caller());
            case null, default -> Optional.empty();
        };
    }
}
