package org.vigie.availability.watch;

import java.util.List;
import org.vigie.availability.probe.Identity;

/** Who we may seem to be, in the order in which they are tried; never empty. */
public record Identities(List<Identity> all) {

    public Identities {
        all = List.copyOf(all);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("vigie.checker.identities: at least one is needed");
        }
        if (all.stream().map(Identity::name).distinct().count() < all.size()) {
            throw new IllegalArgumentException("vigie.checker.identities: two have the same name");
        }
    }
}
