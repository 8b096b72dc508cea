package org.vigie.registry.chain;

import java.net.InetAddress;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Asks the registries of names and addresses. */
public interface Registries {

    /** Where the network does not allow it. */
    Registries NOBODY = (_, _, _) -> RegistrySaid.NOTHING;

    /**
     * Never throws for what the network or a registry does.
     *
     * @param domain what a registrar sold, absent for an address
     * @param addresses public ones only
     * @param usable whether mail gets through to an address stated for abuse, as far as is known; where a network
     *     states none that is, the network around it is asked
     */
    RegistrySaid ask(@Nullable String domain, List<InetAddress> addresses, Predicate<String> usable);
}
