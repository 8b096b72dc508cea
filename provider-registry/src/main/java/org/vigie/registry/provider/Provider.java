package org.vigie.registry.provider;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.events.ProbeRule;
import org.vigie.events.Role;
import org.vigie.events.provider.ProviderSnapshot.Health;

/**
 * Somebody who can act on content that others put on the web. Immutable: every change returns the next provider.
 *
 * @param version the stored version this was read at, absent while it was never stored
 * @param type the role its network objects give it
 * @param country ISO 3166-1 alpha-2, absent if unknown
 * @param namingSource where the name comes from, absent if nobody said
 * @param group the provider it belongs to, absent if none
 * @param mergedInto the provider that took its place, absent if it stands for itself
 * @param reportedApart why its numbers stand apart, absent if they do not
 * @param past what was said of it before, oldest first; the latest ten thousand
 */
public record Provider(
        UUID id,
        @Nullable Long version,
        String name,
        @Nullable String legalName,
        Role type,
        @Nullable String country,
        @Nullable String namingSource,
        @Nullable UUID group,
        @Nullable UUID mergedInto,
        boolean retired,
        @Nullable String reportedApart,
        ProbeRule probeRule,
        List<NetworkObject> networkObjects,
        List<Contact> contacts,
        List<PastFact> past) {

    private static final int MOST_PAST = 10_000;
    private static final Pattern SPACE = Pattern.compile("\\s+");

    public Provider {
        past = List.copyOf(past);
        networkObjects = List.copyOf(networkObjects);
        contacts = List.copyOf(contacts);
    }

    /** What two providers never share: the type and the name without regard to case and space. */
    public String nameKey() {
        return nameKey(type, name);
    }

    /** The key of a type and a name. */
    public static String nameKey(Role type, String name) {
        var stripped = name.strip();
        var spaced = isSpacedOnce(stripped) ? stripped : SPACE.matcher(stripped).replaceAll(" ");
        return type + "|" + spaced.toLowerCase(Locale.ROOT);
    }

    /** Nearly every name is. */
    private static boolean isSpacedOnce(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (Character.isWhitespace(name.charAt(i)) && (name.charAt(i) != ' ' || name.charAt(i - 1) == ' ')) {
                return false;
            }
        }
        return true;
    }

    /** Whether it can be written to as itself. */
    public boolean active() {
        return !retired && mergedInto == null;
    }

    /** Contactability of its best contact, 0 if it has none. */
    public double contactability() {
        double best = 0;
        for (var contact : contacts) {
            best = Math.max(best, contact.contactability());
        }
        return best;
    }

    /** The best health among its contacts; {@code DEAD} if it has none. */
    public Health bestHealth() {
        return contacts.stream()
                .max((one, other) -> Double.compare(one.contactability(), other.contactability()))
                .map(Contact::health)
                .orElse(Health.DEAD);
    }

    /** Whether the other says the same, versions and what was learnt about contacts left aside. */
    boolean saysTheSameAs(Provider other) {
        return nameKey().equals(other.nameKey())
                && Objects.equals(country, other.country)
                && Objects.equals(group, other.group)
                && probeRule == other.probeRule
                && said(networkObjects, NetworkObject::id).equals(said(other.networkObjects, NetworkObject::id))
                && said(contacts, Contact::fact).equals(said(other.contacts, Contact::fact));
    }

    /** The same as it was stored. */
    Provider atVersion(long stored) {
        return with(stored, mergedInto, retired, networkObjects, contacts);
    }

    Provider withContacts(List<Contact> next) {
        return with(version, mergedInto, retired, networkObjects, next);
    }

    Provider withNetworkObjects(List<NetworkObject> next) {
        return with(version, mergedInto, retired, next, contacts);
    }

    /** The same, belonging to another provider or, absent, to none. */
    Provider belongingTo(@Nullable UUID parent) {
        return with(version, parent, mergedInto, retired, networkObjects, contacts, past);
    }

    Provider retire() {
        return with(version, mergedInto, true, networkObjects, contacts);
    }

    Provider mergedInto(UUID survivor) {
        return with(version, survivor, retired, networkObjects, contacts);
    }

    /** Beside its own, what belongs to the other, as its own. */
    Provider takingOver(Provider other) {
        var objects = other.networkObjects.stream().map(object -> object.of(id)).toList();
        var addresses = other.contacts.stream().map(contact -> contact.of(id)).toList();
        return with(
                version,
                mergedInto,
                retired,
                ChangeProvider.union(networkObjects, objects, NetworkObject::id),
                ChangeProvider.union(contacts, addresses, Contact::id));
    }

    /** The facts of the other; what stays keeps what was learnt of it. */
    Provider correctedTo(Provider wanted) {
        var known = networkObjects.stream().collect(toMap(NetworkObject::id, each -> each));
        var keptObjects = wanted.networkObjects.stream()
                .map(object -> stronger(object, known.getOrDefault(object.id(), object)))
                .toList();
        var keptContacts = wanted.contacts.stream()
                .map(contact -> contact.learning(sameId(contacts, contact, Contact::id)))
                .toList();
        return wanted.with(version, mergedInto, retired, keptObjects, keptContacts);
    }

    /** What a better source says goes before what another said earlier. */
    private static NetworkObject stronger(NetworkObject said, NetworkObject known) {
        return said.source().compareTo(known.source()) < 0 ? said : known;
    }

    static <T> T sameId(List<T> known, T wanted, Function<T, UUID> id) {
        return known.stream()
                .filter(each -> id.apply(each).equals(id.apply(wanted)))
                .findFirst()
                .orElse(wanted);
    }

    /** The same, remembering what the provider before it said that this one no longer says. */
    Provider remembering(Provider before, Instant now) {
        var all = new ArrayList<>(before.past);
        all.addAll(PastFact.between(before, this, now));
        var latest = all.subList(Math.max(0, all.size() - MOST_PAST), all.size());
        return with(version, group, mergedInto, retired, networkObjects, contacts, latest);
    }

    private Provider with(
            @Nullable Long atVersion,
            @Nullable UUID survivor,
            boolean outOfUse,
            List<NetworkObject> objects,
            List<Contact> addresses) {
        return with(atVersion, group, survivor, outOfUse, objects, addresses, past);
    }

    private Provider with(
            @Nullable Long atVersion,
            @Nullable UUID parent,
            @Nullable UUID survivor,
            boolean outOfUse,
            List<NetworkObject> objects,
            List<Contact> addresses,
            List<PastFact> gone) {
        return new Provider(
                id,
                atVersion,
                name,
                legalName,
                type,
                country,
                namingSource,
                parent,
                survivor,
                outOfUse,
                reportedApart,
                probeRule,
                objects,
                addresses,
                gone);
    }

    static <T, K> Set<K> said(List<T> things, Function<T, K> id) {
        return things.stream().map(id).collect(Collectors.toSet());
    }
}
