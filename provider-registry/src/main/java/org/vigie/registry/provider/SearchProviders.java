package org.vigie.registry.provider;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;

/** Finds providers by what somebody has at hand: a part of a name, a host or domain, a range, a number. */
@Service
public class SearchProviders {

    private static final Pattern AS_NUMBER = Pattern.compile("as ?([0-9]+)");

    private final EveryProvider providers;

    SearchProviders(EveryProvider providers) {
        this.providers = providers;
    }

    /**
     * Those that have it, by name, at most as many. A host finds whoever has it or a name above it; a domain also finds
     * whose contact's mail address is there. Those merged or out of use are found, too.
     */
    public List<Provider> with(String text, int limit) {
        var sought = text.strip().toLowerCase(Locale.ROOT);
        var number = AS_NUMBER.matcher(sought);
        var value = number.matches() ? number.group(1) : sought;
        return providers.now().providers().stream()
                .filter(provider -> isCalled(provider, sought) || has(provider, value) || isReachedAt(provider, sought))
                .sorted(Comparator.comparing(Provider::name).thenComparing(Provider::id))
                .limit(limit)
                .toList();
    }

    private static boolean isCalled(Provider provider, String sought) {
        return contains(provider.name(), sought)
                || Optional.ofNullable(provider.legalName())
                        .filter(name -> contains(name, sought))
                        .isPresent()
                || provider.id().toString().equals(sought);
    }

    private static boolean contains(String name, String sought) {
        return name.toLowerCase(Locale.ROOT).contains(sought);
    }

    private static boolean has(Provider provider, String sought) {
        return provider.networkObjects().stream().anyMatch(object -> switch (object.kind()) {
            case CIDR, ASN, EXACT_HOST, REGISTRAR_IANA_ID -> object.value().equals(sought);
            case DOMAIN_SUFFIX -> isAtOrBelow(sought, object.value());
            case URL_PREFIX -> object.value().equals(sought) || object.value().startsWith(sought + "/");
        });
    }

    private static boolean isReachedAt(Provider provider, String sought) {
        return provider.contacts().stream()
                .map(contact -> contact.address().toLowerCase(Locale.ROOT))
                .anyMatch(address -> address.equals(sought) || address.endsWith("@" + sought));
    }

    private static boolean isAtOrBelow(String host, String name) {
        return host.equals(name) || host.endsWith("." + name);
    }
}
