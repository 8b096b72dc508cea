package org.vigie.registry.rdap.json;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vigie.url.MailAddress;

/**
 * Mail addresses in a value as registries write it: bare, after {@code mailto:}, in angle brackets behind a name, or
 * several of them. Placeholders such as {@code REDACTED FOR PRIVACY} hold none.
 */
final class StatedAddresses {

    private static final int LONGEST = 2000;
    private static final Pattern NAME_AND_BRACKETS = Pattern.compile("([^,;<>]*+)<([^<>]*+)>");
    /** A slash may stand in an address, but not behind its domain. */
    private static final Pattern BETWEEN =
            Pattern.compile("[\\s\\p{Z}\\p{Cf},;|\"()\\[\\]“”„«»‘’<>]+|(?<=@[A-Za-z0-9.-]{1,253})/");

    private static final Pattern AROUND = Pattern.compile("^'+|[':!?]+$");
    /** A query, or what was encoded behind the domain. */
    private static final Pattern BEHIND = Pattern.compile("(?<=@[^?%]{1,253})[?%].*$");
    /** What shows nothing, even inside an address. */
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");
    /** What vCards and web pages write for a line end, a comma, a semicolon or a space. */
    private static final Pattern ESCAPED = Pattern.compile("(?i)\\\\+[n,;:]?|&(?:nbsp|quot|#0*(?:160|34|39));");

    private static final Pattern MAILTO = Pattern.compile("(?i)(?:mailto|e-?mail):/*([^?]*).*");

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
        if (value.length() > LONGEST) {
            return List.of();
        }
        return BETWEEN.splitAsStream(withoutNames(plain(value)))
                .map(word -> AROUND.matcher(word).replaceAll(""))
                .flatMap(StatedAddresses::addresses)
                .filter(address -> !isARegistrys(address))
                .distinct()
                .toList();
    }

    /** A name may look like an address of its own. */
    private static String withoutNames(String value) {
        return NAME_AND_BRACKETS
                .matcher(value)
                .replaceAll(found -> " "
                        + Matcher.quoteReplacement(found.group(found.group(2).indexOf('@') < 0 ? 1 : 2)) + " ");
    }

    /** Without what a web page, a card or an input method made of its characters. */
    private static String plain(String value) {
        var visible = INVISIBLE.matcher(value).replaceAll("");
        return ESCAPED.matcher(visible)
                .replaceAll(" ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace('\uFF20', '@');
    }

    private static Stream<String> addresses(String word) {
        var mailto = MAILTO.matcher(word);
        if (!mailto.matches()) {
            return MailAddress.parse(BEHIND.matcher(word).replaceAll("")).stream();
        }
        try {
            var decoded = URLDecoder.decode(mailto.group(1).replace("+", "%2B"), StandardCharsets.UTF_8);
            return BETWEEN.splitAsStream(withoutNames(decoded)).flatMap(each -> MailAddress.parse(each).stream());
        } catch (IllegalArgumentException _) {
            return Stream.empty();
        }
    }

    private static boolean isARegistrys(String address) {
        var domain = address.substring(address.indexOf('@') + 1).toLowerCase(Locale.ROOT);
        return REGISTRIES.stream().anyMatch(registry -> domain.equals(registry) || domain.endsWith("." + registry));
    }
}
