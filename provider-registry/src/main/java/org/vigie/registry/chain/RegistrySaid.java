package org.vigie.registry.chain;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vigie.events.provider.ChainSnapshot.Failure;

/**
 * What registries said of a host.
 *
 * @param registrar IANA number of the registrar of its domain, absent if nobody said
 * @param status of the domain as the registry puts it
 * @param abuse mail addresses stated for abuse, by the address of the host they were stated for
 * @param failures what could not be found out
 */
public record RegistrySaid(
        @Nullable String registrar,
        SortedSet<String> status,
        Map<InetAddress, List<String>> abuse,
        List<Failure> failures) {

    /** Nobody was asked, or nobody had anything to say. */
    public static final RegistrySaid NOTHING = new RegistrySaid(null, new TreeSet<>(), Map.of(), List.of());

    public RegistrySaid {
        abuse = Map.copyOf(abuse);
        failures = List.copyOf(failures);
    }

    /** Whether somebody who could say did not; that nobody is known to ask is not it. */
    boolean unanswered() {
        for (var failure : failures) {
            if (!failure.code().equals("NO_SERVER")) {
                return true;
            }
        }
        return false;
    }

    /** Shows no address. */
    @Override
    public String toString() {
        return "RegistrySaid[" + failures + "]";
    }
}
