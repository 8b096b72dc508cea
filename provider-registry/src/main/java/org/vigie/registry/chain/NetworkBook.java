package org.vigie.registry.chain;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Role;
import org.vigie.registry.provider.NetworkObject;
import org.vigie.registry.provider.Provider;
import org.vigie.registry.provider.Source;
import org.vigie.url.WebUrl;

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

    /** The rules of one role for names, by what they match. */
    private record Rules(
            Map<String, List<Entry>> prefixes, Map<String, List<Entry>> hosts, Map<String, List<Entry>> suffixes) {

        static final Rules NONE = new Rules(Map.of(), Map.of(), Map.of());

        static Rules empty() {
            return new Rules(new HashMap<>(), new HashMap<>(), new HashMap<>());
        }
    }

    private final Map<UUID, Provider> providers;
    private final Set<String> unusable = new HashSet<>();
    private final Map<String, Provider> names = new HashMap<>();
    private final Map<Role, Rules> rules = new EnumMap<>(Role.class);
    private final Map<Long, List<Entry>> systems = new HashMap<>();
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
            case URL_PREFIX -> put(named(entry.role()).prefixes(), value, entry);
            case EXACT_HOST -> put(named(entry.role()).hosts(), value, entry);
            case DOMAIN_SUFFIX -> put(named(entry.role()).suffixes(), value, entry);
            case ASN -> put(systems, Long.valueOf(value), entry);
            case REGISTRAR_IANA_ID -> put(registrars, value, entry);
            case CIDR -> blocks.add(value, entry);
        }
    }

    private Rules named(Role role) {
        return rules.computeIfAbsent(role, _ -> Rules.empty());
    }

    private static <K> void put(Map<K, List<Entry>> map, K value, Entry entry) {
        map.computeIfAbsent(value, _ -> new ArrayList<>()).add(entry);
    }

    /** Whether nothing is known against writing to the mail address: to no provider's contact that is out of use. */
    boolean mayBeUsed(String address) {
        return !unusable.contains(address.toLowerCase(Locale.ROOT));
    }

    /** A provider by its id, absent if there is none. */
    @Nullable
    Provider provider(UUID id) {
        return providers.get(id);
    }

    /** An active provider by what it is called, absent if there is none. */
    @Nullable
    Provider named(Role role, String name) {
        return names.get(Provider.nameKey(role, name));
    }

    /** The rules with the longest path that the URL is or lies below, of one role; never a part of a segment. */
    List<Entry> longestPrefix(WebUrl url, Role role) {
        var prefixes = rules(role).prefixes();
        if (prefixes.isEmpty()) {
            return List.of();
        }
        var place = url.place();
        for (int end = place.length(); end > 0; end = place.lastIndexOf('/', end - 1)) {
            var found = prefixes.get(place.substring(0, end));
            if (found != null) {
                return found;
            }
        }
        return List.of();
    }

    /** The rules for exactly this host, of one role. */
    List<Entry> exactHost(String host, Role role) {
        return rules(role).hosts().getOrDefault(host, List.of());
    }

    /** The rules with the longest suffix that the host is or lies below, of one role; never a part of a label. */
    List<Entry> longestSuffix(String host, Role role) {
        var suffixes = rules(role).suffixes();
        for (int start = 0; !suffixes.isEmpty(); start = host.indexOf('.', start) + 1) {
            var found = suffixes.get(host.substring(start));
            if (found != null) {
                return found;
            }
            if (host.indexOf('.', start) < 0) {
                break;
            }
        }
        return List.of();
    }

    /** The roles that rules for names give, in their order. */
    Set<Role> namedRoles() {
        return rules.keySet();
    }

    private Rules rules(Role role) {
        return rules.getOrDefault(role, Rules.NONE);
    }

    /** The entries with the longest prefix that covers the address, among the acceptable ones. */
    List<Entry> longestPrefix(InetAddress address, Predicate<Entry> acceptable) {
        return blocks.longest(address, acceptable);
    }

    /** The entries for an autonomous system. */
    List<Entry> system(long asn) {
        return systems.getOrDefault(asn, List.of());
    }

    /** The entries for a registrar. */
    List<Entry> registrar(String ianaId) {
        return registrars.getOrDefault(ianaId, List.of());
    }
}
