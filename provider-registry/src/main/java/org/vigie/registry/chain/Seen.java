package org.vigie.registry.chain;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.vigie.url.Host;

/**
 * What the network showed of a host at one time, to tell later what changed. Names and addresses from a report: only
 * ever kept sealed.
 *
 * @param nameState {@code FOUND}, or why there are no addresses
 * @param registryStatus of the domain, empty where no registry said
 */
public record Seen(
        String nameState,
        SortedSet<String> addresses,
        SortedSet<String> aliases,
        SortedSet<Long> systems,
        SortedSet<String> registryStatus) {

    static final String FOUND = "FOUND";

    /** Nothing was asked or answered. */
    static final Seen NOTHING = new Seen("UNKNOWN", new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());

    /** What was kept before registries were asked has no status. */
    public Seen {
        registryStatus = registryStatus == null ? new TreeSet<>() : registryStatus;
    }

    /** Its addresses as RFC 5952 writes them, IPv4 before IPv6. */
    public List<String> addressTexts() {
        return addresses.stream()
                .map(Seen::text)
                .sorted(Comparator.comparing(address -> address.contains(":")))
                .toList();
    }

    private static String text(String kept) {
        var octets = ByteBuffer.wrap(InetAddress.ofLiteral(kept).getAddress());
        return octets.remaining() == 4
                ? kept
                : new Host.Ipv6(octets.getLong(), octets.getLong()).text().replaceAll("[\\[\\]]", "");
    }

    /** Codes of what changed since; nothing where one of the two is not known. */
    List<String> changesTo(Seen now) {
        var changes = new ArrayList<String>();
        if (!registryStatus.isEmpty() && !now.registryStatus.isEmpty() && !registryStatus.equals(now.registryStatus)) {
            changes.add("RDAP_STATUS_CHANGED");
        }
        if (nameState.equals(NOTHING.nameState) || now.nameState.equals(NOTHING.nameState)) {
            return changes;
        }
        if (!nameState.equals(now.nameState)) {
            changes.add(now.nameState.equals(FOUND) ? "DNS_NAME_BACK" : "DNS_NAME_GONE");
        }
        if (!now.addresses.isEmpty() && !addresses.isEmpty() && !addresses.equals(now.addresses)) {
            changes.add("DNS_ADDRESS_CHANGED");
        }
        if (!now.addresses.isEmpty() && !aliases.equals(now.aliases)) {
            changes.add("DNS_ALIAS_CHANGED");
        }
        if (!now.systems.isEmpty() && !systems.isEmpty() && !systems.equals(now.systems)) {
            changes.add("AS_CHANGED");
        }
        return changes;
    }

    /** Says nothing of what was seen. */
    @Override
    public String toString() {
        return "Seen";
    }
}
