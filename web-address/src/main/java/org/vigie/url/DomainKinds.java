package org.vigie.url;

import java.util.Set;

/** Sorts names into onion services, names the public name system never holds, and the rest. */
final class DomainKinds {

    /** RFC 6761, 6762, 9476, the reservation of .internal by ICANN (2024), and the I2P network. */
    private static final Set<String> SPECIAL_USE =
            Set.of("local", "localhost", "test", "invalid", "example", "internal", "i2p", "alt");

    /** RFC 8375. */
    private static final String HOME = "home.arpa";

    private DomainKinds() {}

    /** The kind of a name in lower-case ASCII without a trailing dot. */
    static HostKind of(String name) {
        if (isWithin(name, "onion")) {
            return onion(name);
        }
        int lastDot = name.lastIndexOf('.');
        return lastDot < 0 || SPECIAL_USE.contains(name.substring(lastDot + 1)) || isWithin(name, HOME)
                ? HostKind.SPECIAL_USE
                : HostKind.DOMAIN;
    }

    /** Labels before the service's own are subdomains, which the service may answer for. */
    private static HostKind onion(String name) {
        var labels = name.split("\\.", -1);
        return labels.length < 2 ? HostKind.ONION_INVALID : OnionAddress.kind(labels[labels.length - 2]);
    }

    static boolean isWithin(String name, String suffix) {
        return name.endsWith(suffix)
                && (name.length() == suffix.length() || name.charAt(name.length() - suffix.length() - 1) == '.');
    }
}
