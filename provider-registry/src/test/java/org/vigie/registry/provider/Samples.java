package org.vigie.registry.provider;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.ProbeRule;
import org.vigie.events.Role;
import org.vigie.events.provider.ProviderSnapshot.Channel;
import org.vigie.events.provider.ProviderSnapshot.Format;
import org.vigie.events.provider.ProviderSnapshot.Health;
import org.vigie.registry.dataset.Current;
import org.vigie.registry.dataset.DataSet;
import org.vigie.registry.dataset.Edition;
import org.vigie.registry.provider.NetworkObject.Kind;
import org.vigie.registry.provider.ProviderFacts.ContactFact;
import org.vigie.registry.provider.ProviderFacts.ObjectFact;
import org.vigie.url.PublicSuffixes;

/** Providers for tests. */
public final class Samples {

    public static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
    public static final PublicSuffixes SUFFIXES = PublicSuffixes.bundled();

    private Samples() {}

    /** A data set that stays as it is. */
    public static <T> Current<T> current(T edition) {
        return new Current<>(
                edition, Optional::empty, (_, _) -> {}, _ -> new DataSet("test", Edition.ofOperator("test"), 1));
    }

    /** A host with a contact. */
    public static Provider host(String name, String... values) {
        return provider(Role.HOST, name, values);
    }

    /** A host of a given id without network objects. */
    public static Provider host(UUID id, String name) {
        return make(id, facts(Role.HOST, name, null));
    }

    /** A provider with a mail contact. */
    public static Provider provider(Role role, String name, String... values) {
        var facts = facts(role, name, "abuse@" + name.toLowerCase(Locale.ROOT).replace(' ', '-') + ".test", values);
        return make(NameBasedId.of("provider", Provider.nameKey(role, name)), facts);
    }

    /** A provider nobody knows how to reach. */
    public static Provider unreachable(Role role, String name, String... values) {
        return make(NameBasedId.of("provider", Provider.nameKey(role, name)), facts(role, name, null, values));
    }

    /** A registrar with a contact, by its IANA number. */
    public static Provider registrar(String name, String number) {
        return provider(Role.REGISTRAR, name, "#" + number);
    }

    /** The same provider with its contacts in this health, as if stored. */
    public static Provider withHealth(Provider provider, Health health) {
        return provider.withContacts(provider.contacts().stream()
                .map(contact -> contact.withHealth(health, null))
                .toList());
    }

    /** The same provider at a stored version. */
    public static Provider stored(Provider provider) {
        return provider.atVersion(0);
    }

    /** The same provider with a rule for looks. */
    public static Provider probed(Provider provider, ProbeRule rule) {
        return changed(provider, provider.country(), rule, false);
    }

    /** The same provider, no longer written to. */
    public static Provider retired(Provider provider) {
        return changed(provider, provider.country(), provider.probeRule(), true);
    }

    /** The same provider in a country. */
    public static Provider in(String country, Provider provider) {
        return changed(provider, country, provider.probeRule(), false);
    }

    private static Provider changed(Provider provider, @Nullable String country, ProbeRule rule, boolean retired) {
        return new Provider(
                provider.id(),
                provider.version(),
                provider.name(),
                null,
                provider.type(),
                country,
                null,
                null,
                null,
                retired,
                null,
                rule,
                provider.networkObjects(),
                provider.contacts(),
                provider.past());
    }

    /**
     * What is said of a provider: values with a slash are ranges, with {@code AS} systems, with {@code =} hosts, with
     * {@code ^} parts of sites.
     */
    public static ProviderFacts facts(Role role, String name, @Nullable String mail, String... values) {
        var contacts = mail == null
                ? List.<ContactFact>of()
                : List.of(new ContactFact(Channel.EMAIL, mail, Format.XARF4, "en", null, null));
        return new ProviderFacts(
                null,
                name,
                null,
                role,
                "NL",
                null,
                null,
                null,
                null,
                Arrays.stream(values).map(Samples::object).toList(),
                contacts);
    }

    private static ObjectFact object(String value) {
        if (value.startsWith("AS")) {
            return new ObjectFact(Kind.ASN, value);
        }
        if (value.startsWith("#")) {
            return new ObjectFact(Kind.REGISTRAR_IANA_ID, value.substring(1));
        }
        if (value.startsWith("^")) {
            return new ObjectFact(Kind.URL_PREFIX, value.substring(1));
        }
        if (value.startsWith("=")) {
            return new ObjectFact(Kind.EXACT_HOST, value.substring(1));
        }
        return new ObjectFact(value.indexOf('/') > 0 ? Kind.CIDR : Kind.DOMAIN_SUFFIX, value);
    }

    /** A provider as the list that comes with the software names it. */
    public static Provider curated(Role role, String name, String... values) {
        return new ProviderFactory(SUFFIXES)
                .provider(
                        NameBasedId.of("provider", Provider.nameKey(role, name)),
                        facts(role, name, null, values),
                        Source.CURATED,
                        NOW);
    }

    private static Provider make(UUID id, ProviderFacts facts) {
        return new ProviderFactory(SUFFIXES).provider(id, facts, Source.MANUAL, NOW);
    }
}
