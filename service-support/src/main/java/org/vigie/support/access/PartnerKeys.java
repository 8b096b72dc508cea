package org.vigie.support.access;

import java.util.Optional;
import java.util.Set;

/** Keys that a service gives out itself to partners without an issuer. */
public interface PartnerKeys {

    /** How every key begins, and no token of an issuer: those begin with an encoded brace. */
    String PREFIX = "vgk_";

    /** Who holds a key, and what for. */
    record Holder(Partner partner, Set<CallerRole> roles) {}

    /** Whose key it is; empty if it was never given out, or no longer counts. */
    Optional<Holder> holder(String key);
}
