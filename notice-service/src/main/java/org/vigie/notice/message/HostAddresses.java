package org.vigie.notice.message;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where a host led: what whoever runs its network looks a customer up by.
 *
 * @param addresses IPv4 before IPv6, as RFC 5952 writes them, at least one
 * @param at when the host was asked for
 */
public record HostAddresses(List<String> addresses, Instant at) {

    private static final Pattern ADDRESS = Pattern.compile("[0-9a-f.:]{2,45}");

    /** @throws IllegalArgumentException if one is no address; its text is not in the message */
    public HostAddresses {
        addresses = List.copyOf(addresses);
        if (addresses.isEmpty()
                || !addresses.stream()
                        .allMatch(address -> ADDRESS.matcher(address).matches())) {
            throw new IllegalArgumentException("addresses of a host are expected");
        }
    }

    /** Those of IPv6, or the others. */
    public List<String> ofFamily(boolean ipv6) {
        return addresses.stream()
                .filter(address -> address.contains(":") == ipv6)
                .toList();
    }

    /** Leaves the addresses out. */
    @Override
    public String toString() {
        return "HostAddresses[%d]".formatted(addresses.size());
    }
}
