package org.vigie.registry.chain;

import static org.vigie.events.Confidence.HIGH;
import static org.vigie.events.Confidence.LOW;
import static org.vigie.events.Confidence.MEDIUM;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.vigie.events.Confidence;
import org.vigie.events.Role;

/** Finds candidates by the addresses of a host: who carries them, who announces them. */
final class ByAddress {

    private static final String AS_TABLE = "as-table";

    private final Knowledge knowledge;
    private final RegistrySaid said;
    private final Hops hops;
    private final List<Long> systems = new ArrayList<>();
    private List<InetAddress> addresses = List.of();
    private final Map<UUID, List<String>> stated = new HashMap<>();

    ByAddress(Knowledge knowledge, RegistrySaid said, Hops hops) {
        this.knowledge = knowledge;
        this.said = said;
        this.hops = hops;
    }

    /** Looks at each of them. */
    void all(List<InetAddress> found) {
        addresses = found;
        int carried = 0;
        for (var address : found) {
            carried += one(address) ? 1 : 0;
        }
        if (hops.has(Role.HOST)) {
            return;
        }
        if (hops.has(Role.CDN)) {
            hops.addUnknown(Role.HOST, "AWAITING_CDN_DISCLOSURE");
        } else if (carried < found.size()) {
            hops.addUnknown(Role.HOST, "NO_PROVIDER_FOR_ADDRESS");
        }
    }

    /** Whether somebody is known to carry the address: by the longest prefix, otherwise by its system. */
    private boolean one(InetAddress address) {
        var announcers = announcers(Integer.toUnsignedLong(knowledge.asTable().asn(address)));
        var book = knowledge.book();
        hops.add(book.longestPrefix(address, entry -> !carries(entry)), "ADDRESS_RANGE", HIGH);
        announced(those(announcers, entry -> !carries(entry)));
        var carriers = book.longestPrefix(address, entry -> carries(entry) && agrees(entry, announcers));
        carriers.forEach(carrier -> hops.add(carrier, "ADDRESS_RANGE", confidence(carrier)));
        if (!carriers.isEmpty()) {
            stated(address, carriers);
            return true;
        }
        var bySystem = those(announcers, entry -> carries(entry) && !entry.needsAgreement());
        stated(address, bySystem);
        announced(bySystem);
        return !bySystem.isEmpty();
    }

    /** What a registry states for an address is stated for whoever carries it. */
    private void stated(InetAddress address, List<NetworkBook.Entry> carriers) {
        var abuse = said.abuse().isEmpty() ? null : said.abuse().get(address);
        if (abuse != null) {
            carriers.forEach(carrier -> stated.putIfAbsent(carrier.provider().id(), abuse));
        }
    }

    private static boolean carries(NetworkBook.Entry entry) {
        return entry.role() == Role.HOST || entry.role() == Role.CDN;
    }

    private static List<NetworkBook.Entry> those(List<NetworkBook.Entry> all, Predicate<NetworkBook.Entry> wanted) {
        if (all.isEmpty()) {
            return List.of();
        }
        var those = new ArrayList<NetworkBook.Entry>(all.size());
        for (var one : all) {
            if (wanted.test(one)) {
                those.add(one);
            }
        }
        return those;
    }

    /** The entries for the system that announces an address, 0 where nobody does. */
    private List<NetworkBook.Entry> announcers(long system) {
        if (system == 0) {
            return List.of();
        }
        if (!systems.contains(system)) {
            systems.add(system);
        }
        return knowledge.book().system(system);
    }

    private void announced(List<NetworkBook.Entry> entries) {
        hops.add(entries, "AS_ORIGIN", bySystem(), AS_TABLE, knowledge.asTable().version());
    }

    private Confidence bySystem() {
        return knowledge.outdated().asTable() ? LOW : MEDIUM;
    }

    /** Where a published range is too old to count, the system that agrees with it is what is left. */
    private Confidence confidence(NetworkBook.Entry carrier) {
        var outdated = knowledge.outdated();
        return carrier.needsAgreement() && (outdated.asTable() || outdated.cdnRanges()) ? bySystem() : HIGH;
    }

    /** A published range counts if the same provider's system announces the address (vendors list what others use). */
    private static boolean agrees(NetworkBook.Entry entry, List<NetworkBook.Entry> announcers) {
        return !entry.needsAgreement()
                || announcers.stream()
                        .anyMatch(system ->
                                system.provider().id().equals(entry.provider().id()));
    }

    /** The addresses that were looked at. */
    List<InetAddress> addresses() {
        return addresses;
    }

    /** The systems that announce them. */
    List<Long> systems() {
        return systems;
    }

    /** What registries state for abuse, by the provider that carries the address it is stated for. */
    Map<UUID, List<String>> stated() {
        return stated;
    }
}
