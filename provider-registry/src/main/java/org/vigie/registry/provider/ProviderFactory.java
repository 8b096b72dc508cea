package org.vigie.registry.provider;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vigie.events.ProbeRule;
import org.vigie.events.Role;
import org.vigie.events.provider.ProviderSnapshot.Format;
import org.vigie.registry.provider.ProviderFacts.ContactFact;
import org.vigie.registry.provider.ProviderFacts.ObjectFact;
import org.vigie.url.PublicSuffixes;

/** Makes a provider of what was said of it, strictly. */
final class ProviderFactory {

    private static final int LONGEST_NAME = 200;
    private static final int MOST_OBJECTS = 5_000;
    private static final int MOST_CONTACTS = 100;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final NetworkObjectParser networkObjects;

    ProviderFactory(PublicSuffixes suffixes) {
        this.networkObjects = new NetworkObjectParser(suffixes);
    }

    /**
     * The provider, without a version.
     *
     * @param id for a provider that is not given one by the facts
     * @throws UnusableFact if a fact cannot be used
     */
    Provider provider(UUID id, ProviderFacts facts, Source source, Instant now) {
        return new Provider(
                id,
                null,
                text("name", facts.name()),
                optionalText("legal_name", facts.legalName()),
                type(facts.type()),
                country(facts.country()),
                optionalText("naming_source", facts.namingSource()),
                facts.group(),
                null,
                false,
                optionalText("reported_apart", facts.reportedApart()),
                probeRule(facts.probeRule()),
                objects(id, facts.type(), facts.objects(), source, now),
                contacts(id, facts.contacts(), source, now),
                List.of());
    }

    /**
     * The network objects of a provider.
     *
     * @throws UnusableFact if one cannot be used
     */
    List<NetworkObject> objects(UUID provider, Role type, List<ObjectFact> facts, Source source, Instant now) {
        return each("network_objects", MOST_OBJECTS, facts, fact -> object(provider, type, fact, source, now));
    }

    /** @throws UnusableFact if a provider would have more of them than it may */
    static List<NetworkObject> bounded(List<NetworkObject> objects) {
        if (objects.size() > MOST_OBJECTS) {
            throw new UnusableFact("network_objects", "expected at most " + MOST_OBJECTS + " of one provider");
        }
        return objects;
    }

    private NetworkObject object(UUID provider, Role type, ObjectFact fact, Source source, Instant now) {
        var value = networkObjects.canonical(type, fact.kind(), fact.value());
        return NetworkObject.of(provider, fact.kind(), value, source, now);
    }

    private static List<Contact> contacts(UUID provider, List<ContactFact> facts, Source source, Instant now) {
        var contacts = each("contacts", MOST_CONTACTS, facts, fact -> contact(provider, fact, source, now));
        if (contacts.stream().map(Contact::id).distinct().count() < contacts.size()) {
            throw new UnusableFact("contacts", "expected each address once, however it is written");
        }
        return contacts;
    }

    private static Contact contact(UUID provider, ContactFact fact, Source source, Instant now) {
        var address = ContactAddressParser.parse(fact.channel(), fact.address());
        if (fact.format() == Format.UNKNOWN) {
            throw new UnusableFact("format", "expected TEXT, CSV or XARF4");
        }
        if (!fact.language().matches("[a-z]{2}")) {
            throw new UnusableFact("language", "expected two letters (ISO 639-1)");
        }
        return Contact.of(
                provider,
                source,
                new ContactFact(
                        fact.channel(),
                        address,
                        fact.format(),
                        fact.language(),
                        vetting(fact.noForward(), now),
                        fingerprint(fact.openpgpFingerprint())));
    }

    /** As programs print it: in groups, small or capital. */
    private static @Nullable String fingerprint(@Nullable String given) {
        if (given == null) {
            return null;
        }
        var digits = given.replace(" ", "").toUpperCase(Locale.ROOT);
        if (!digits.matches("[0-9A-F]{40}|[0-9A-F]{64}")) {
            throw new UnusableFact("openpgp_fingerprint", "expected 40 or 64 hexadecimal digits");
        }
        return digits;
    }

    private static @Nullable Vetting vetting(@Nullable Vetting said, Instant now) {
        if (said == null) {
            return null;
        }
        if (said.vettedAt().isAfter(now)) {
            throw new UnusableFact("no_forward/vetted_at", "expected a time that is past");
        }
        return new Vetting(
                text("no_forward/vetted_by", said.vettedBy()), said.vettedAt().truncatedTo(ChronoUnit.MILLIS));
    }

    static Role type(Role type) {
        if (type == Role.UNKNOWN) {
            throw new UnusableFact("type", "expected CONTENT_ADMIN, HOST, CDN, REGISTRAR, UPSTREAM or REGISTRY");
        }
        return type;
    }

    private static ProbeRule probeRule(@Nullable ProbeRule rule) {
        if (rule == ProbeRule.UNKNOWN) {
            throw new UnusableFact("probe_rule", "expected ANY, HEAD_ONLY, LANDING_PAGE_ONLY or NEVER");
        }
        return rule == null ? ProbeRule.ANY : rule;
    }

    private static @Nullable String country(@Nullable String country) {
        if (country != null && !COUNTRIES.contains(country)) {
            throw new UnusableFact("country", "expected two capital letters (ISO 3166-1 alpha-2)");
        }
        return country;
    }

    private static @Nullable String optionalText(String field, @Nullable String text) {
        return text == null ? null : text(field, text);
    }

    /** Names end up in mail headers and tables: one line of printable characters. */
    private static String text(String field, String text) {
        var stripped = text.strip();
        if (stripped.isEmpty()
                || stripped.length() > LONGEST_NAME
                || stripped.codePoints().anyMatch(ProviderFactory::isNotForALine)) {
            throw new UnusableFact(field, "expected one line of 1 to " + LONGEST_NAME + " printable characters");
        }
        return stripped;
    }

    private static boolean isNotForALine(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    private interface Reader<F, T> {
        T read(F fact);
    }

    /** Reads a list; a fact said twice is said once. */
    private static <F, T> List<T> each(String field, int most, List<F> facts, Reader<F, T> reader) {
        if (facts.size() > most) {
            throw new UnusableFact(field, "expected at most " + most);
        }
        var read = new LinkedHashSet<T>();
        for (int i = 0; i < facts.size(); i++) {
            var fact = facts.get(i);
            read.add(within(field + "/" + i, () -> reader.read(fact)));
        }
        return List.copyOf(read);
    }

    private static <T> T within(String outer, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (UnusableFact e) {
            throw e.within(outer);
        }
    }
}
