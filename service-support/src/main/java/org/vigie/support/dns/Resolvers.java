package org.vigie.support.dns;

import java.util.List;

/** The configured resolvers, in order; never empty. */
public record Resolvers(List<Resolver> all) {

    public Resolvers {
        all = List.copyOf(all);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("VIGIE_DNS: no resolver is configured and the system has none");
        }
    }

    /** The one that is asked first. */
    public Resolver first() {
        return all.getFirst();
    }
}
