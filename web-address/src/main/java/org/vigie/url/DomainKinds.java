package org.vigie.url;

import java.util.List;

/** Sorts names into onion services, names the public name system never holds, and the rest. */
final class DomainKinds {

    /** RFC 6761, 6762, 8375, 9476, the reservation of .internal by ICANN (2024), and the I2P network. */
    private static final List<String> SPECIAL_USE =
            List.of("local", "localhost", "test", "invalid", "example", "internal", "home.arpa", "i2p", "alt");

    private DomainKinds() {}

    /** The kind of a name in lower-case ASCII without a trailing dot. */
    static HostKind of(String name) {
        if (isWithin(name, "onion")) {
            return onion(name);
        }
        boolean singleLabel = name.indexOf('.') < 0;
        return singleLabel || SPECIAL_USE.stream().anyMatch(suffix -> isWithin(name, suffix))
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
