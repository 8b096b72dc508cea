package org.vigie.registry.rdap.json;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vigie.url.MailAddress;

/**
 * Mail addresses in a value as registries write it: bare, after {@code mailto:}, in angle brackets behind a name, or
 * several of them. Placeholders such as {@code REDACTED FOR PRIVACY} hold none.
 */
final class StatedAddresses {

    private static final Pattern IN_BRACKETS = Pattern.compile("<([^<>]*)>");
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}\\p{Cf},;\"()]+");
    private static final String MAILTO = "mailto:";

    /**
     * Domains of the regional and national registries themselves: their addresses stand in answers as signatures, as
     * maintainers or in place of withheld ones, and nobody there removes anything. The national ones are those that the
     * NRO lists under APNIC and LACNIC.
     */
    private static final Set<String> REGISTRIES = Set.of(
            "ripe.net",
            "arin.net",
            "apnic.net",
            "lacnic.net",
            "afrinic.net",
            "iana.org",
            "cnnic.cn",
            "cnnic.net.cn",
            "idnic.net",
            "idnic.id",
            "apjii.or.id",
            "irinn.in",
            "nixi.in",
            "nic.ad.jp",
            "nic.or.kr",
            "kisa.or.kr",
            "krnic.kr",
            "twnic.tw",
            "twnic.net",
            "twnic.net.tw",
            "vnnic.vn",
            "vnnic.net.vn",
            "registro.br",
            "nic.br",
            "iar.mx",
            "nic.mx");

    private StatedAddresses() {}

    /** In the order in which they stand; none if the value holds none that somebody could be written to at. */
    static List<String> in(String value) {
        var bracketed =
                IN_BRACKETS.matcher(value).results().map(MatchResult::group).toList();
        var pieces = bracketed.isEmpty() ? Stream.of(value) : bracketed.stream().map(StatedAddresses::inner);
        return pieces.flatMap(BETWEEN::splitAsStream)
                .flatMap(word -> address(word).stream())
                .filter(address -> !isARegistrys(address))
                .distinct()
                .toList();
    }

    private static String inner(String bracketed) {
        return bracketed.substring(1, bracketed.length() - 1);
    }

    private static Optional<String> address(String word) {
        if (!word.regionMatches(true, 0, MAILTO, 0, MAILTO.length())) {
            return MailAddress.parse(word);
        }
        var to = word.substring(MAILTO.length()).replaceFirst("\\?.*", "");
        try {
            return MailAddress.parse(URLDecoder.decode(to.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static boolean isARegistrys(String address) {
        var domain = address.substring(address.indexOf('@') + 1).toLowerCase(Locale.ROOT);
        return REGISTRIES.stream().anyMatch(registry -> domain.equals(registry) || domain.endsWith("." + registry));
    }
}
