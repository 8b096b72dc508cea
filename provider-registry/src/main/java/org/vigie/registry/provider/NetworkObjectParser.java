package org.vigie.registry.provider;

import org.vigie.events.Role;
import org.vigie.registry.provider.NetworkObject.Kind;
import org.vigie.url.AddressRange;
import org.vigie.url.Host;
import org.vigie.url.PublicSuffix.Section;
import org.vigie.url.PublicSuffixes;
import org.vigie.url.WebUrl;

/** Reads the value of a network object strictly and gives its canonical form. */
final class NetworkObjectParser {

    private static final String VALUE = "value";
    private static final long LAST_ASN = 4_294_967_294L;
    private static final int LAST_REGISTRAR = 999_999;
    private static final int LONGEST_PATH = 100;

    private final PublicSuffixes suffixes;

    NetworkObjectParser(PublicSuffixes suffixes) {
        this.suffixes = suffixes;
    }

    /**
     * The canonical form.
     *
     * @param type a registry's suffix is a registry's only
     * @throws UnusableFact if the value is not of the kind
     */
    String canonical(Role type, Kind kind, String value) {
        return switch (kind) {
            case CIDR -> range(value);
            case ASN -> number(value.startsWith("AS") ? value.substring(2) : value, LAST_ASN, "an AS number");
            case REGISTRAR_IANA_ID -> number(value, LAST_REGISTRAR, "a registrar's IANA number");
            case EXACT_HOST -> host(value).withoutDot();
            case DOMAIN_SUFFIX -> suffix(type, value);
            case URL_PREFIX -> prefix(value);
        };
    }

    private static String range(String value) {
        try {
            return AddressRange.parse(value).toString();
        } catch (IllegalArgumentException e) {
            throw new UnusableFact(VALUE, String.valueOf(e.getMessage()));
        }
    }

    private static String number(String value, long last, String what) {
        if (!value.matches("[1-9][0-9]{0,9}") || Long.parseLong(value) > last) {
            throw new UnusableFact(VALUE, "expected " + what);
        }
        return value;
    }

    private static Host host(String value) {
        if (!value.matches("[^%*/\\\\@?#\\s]+")) {
            throw new UnusableFact(VALUE, "expected a host name");
        }
        return Host.parse(value)
                .filter(host -> !(host instanceof Host.Domain name) || name.fitsDns())
                .orElseThrow(() -> new UnusableFact(VALUE, "expected a host name"));
    }

    /** A registry's suffix would make one provider of everybody below it. */
    private String suffix(Role type, String value) {
        var host = host(value);
        if (!(host instanceof Host.Domain)) {
            throw new UnusableFact(VALUE, "expected a name, not an address");
        }
        var name = host.withoutDot();
        var isAllOfARegistry = suffixes.suffix(host)
                .map(suffix ->
                        suffix.section() != Section.PRIVATE && suffix.name().equals(name))
                .orElse(true);
        if (isAllOfARegistry && type != Role.REGISTRY) {
            throw new UnusableFact(VALUE, "expected a name below a registry's suffix");
        }
        return name;
    }

    /** Host and path of a platform; never the whole location of something on it. */
    private static String prefix(String value) {
        int slash = value.indexOf('/');
        var path = slash < 0 ? "" : value.substring(slash);
        if (path.length() < 2 || path.length() > LONGEST_PATH || path.indexOf('?') >= 0 || path.indexOf('#') >= 0) {
            throw new UnusableFact(VALUE, "expected host/path without scheme, port, query and fragment");
        }
        var host = host(value.substring(0, slash));
        return WebUrl.parse("http://" + host.text() + path)
                .found()
                .map(WebUrl::place)
                .map(place -> place.endsWith("/") ? place.substring(0, place.length() - 1) : place)
                .filter(place -> place.indexOf('/') > 0)
                .orElseThrow(() -> new UnusableFact(VALUE, "expected a path below the root"));
    }
}
