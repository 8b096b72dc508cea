package org.vigie.registry.chain;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.vigie.events.Role;
import org.vigie.registry.provider.NetworkObject;
import org.vigie.registry.provider.Provider;
import org.vigie.registry.provider.Source;

/** Every active provider's network objects, arranged for lookup. Immutable once made. */
public final class NetworkBook {

    /** A network object and whose it is. */
    public record Entry(Provider provider, NetworkObject object) {

        Role role() {
            return provider.type();
        }

        /** A CDN's published range or number is no evidence by itself; one that a person taught is. */
        boolean needsAgreement() {
            return role() == Role.CDN && object.source() == Source.CURATED;
        }
    }

    private final Map<UUID, Provider> providers;
    private final Set<String> unusable = new HashSet<>();
    private final Map<String, Provider> names = new HashMap<>();
    private final Map<String, List<Entry>> prefixes = new HashMap<>();
    private final Map<String, List<Entry>> hosts = new HashMap<>();
    private final Map<String, List<Entry>> suffixes = new HashMap<>();
    private final Map<String, List<Entry>> systems = new HashMap<>();
    private final Map<String, List<Entry>> registrars = new HashMap<>();
    private final AddressBlocks<Entry> blocks = new AddressBlocks<>();

    /** A book of these providers; those merged or retired are left out. */
    public NetworkBook(Collection<Provider> providers) {
        this.providers = providers.stream().collect(Collectors.toUnmodifiableMap(Provider::id, one -> one));
        for (var provider : providers) {
            if (provider.active()) {
                names.put(provider.nameKey(), provider);
                provider.contacts().stream()
                        .filter(contact -> contact.contactability() == 0)
                        .forEach(contact -> unusable.add(contact.address().toLowerCase(Locale.ROOT)));
                provider.networkObjects().forEach(object -> add(new Entry(provider, object)));
            }
        }
    }

    private void add(Entry entry) {
        var value = entry.object().value();
        switch (entry.object().kind()) {
            case URL_PREFIX -> put(prefixes, value, entry);
            case EXACT_HOST -> put(hosts, value, entry);
            case DOMAIN_SUFFIX -> put(suffixes, value, entry);
            case ASN -> put(systems, value, entry);
            case REGISTRAR_IANA_ID -> put(registrars, value, entry);
            case CIDR -> blocks.add(value, entry);
        }
    }

    private static void put(Map<String, List<Entry>> map, String value, Entry entry) {
        map.computeIfAbsent(value, _ -> new ArrayList<>()).add(entry);
    }

    /** Whether nothing is known against writing to the mail address: to no provider's contact that is out of use. */
    boolean mayBeUsed(String address) {
        return !unusable.contains(address.toLowerCase(Locale.ROOT));
    }

    /** The version of every provider the book was made of. */
    Map<UUID, Long> versions() {
        var versions = new HashMap<UUID, Long>();
        providers.forEach((id, provider) -> {
            if (provider.version() != null) {
                versions.put(id, provider.version());
            }
        });
        return versions;
    }

    /** A provider by its id. */
    public Optional<Provider> provider(UUID id) {
        return Optional.ofNullable(providers.get(id));
    }

    /** An active provider by what it is called. */
    Optional<Provider> named(Role role, String name) {
        return Optional.ofNullable(names.get(Provider.nameKey(role, name)));
    }

    /** The rules with the longest path that the place is or lies below, of one role; never a part of a segment. */
    List<Entry> longestPrefix(String place, Role role) {
        for (int end = prefixes.isEmpty() ? 0 : place.length(); end > 0; end = place.lastIndexOf('/', end - 1)) {
            var found = of(prefixes, place.substring(0, end), entry -> entry.role() == role);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** The rules for exactly this host, of one role. */
    List<Entry> exactHost(String host, Role role) {
        return of(hosts, host, entry -> entry.role() == role);
    }

    /** The rules with the longest suffix that the host is or lies below, of one role; never a part of a label. */
    List<Entry> longestSuffix(String host, Role role) {
        for (var end = host; ; end = end.substring(end.indexOf('.') + 1)) {
            var found = of(suffixes, end, entry -> entry.role() == role);
            if (!found.isEmpty() || end.indexOf('.') < 0) {
                return found;
            }
        }
    }

    /** The entries with the longest prefix that covers the address, among the acceptable ones. */
    List<Entry> longestPrefix(InetAddress address, Predicate<Entry> acceptable) {
        return blocks.longest(address, acceptable);
    }

    /** The entries for an autonomous system, among the acceptable ones. */
    List<Entry> system(long asn, Predicate<Entry> acceptable) {
        return of(systems, Long.toString(asn), acceptable);
    }

    /** The entries for a registrar. */
    List<Entry> registrar(String ianaId) {
        return of(registrars, ianaId, _ -> true);
    }

    private static List<Entry> of(Map<String, List<Entry>> map, String value, Predicate<Entry> acceptable) {
        return map.getOrDefault(value, List.of()).stream().filter(acceptable).toList();
    }
}
