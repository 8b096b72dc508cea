package org.vigie.availability.watch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.url.WebUrl;

/**
 * When a signed URL ends by what it says itself: then it is dead for everybody, and the content may lie where it lay.
 * Amazon's, Google's and Alibaba's query signatures, those of Azure, Akamai's tokens, the hexadecimal times of Discord
 * and Facebook, and a Unix time beside a signature, nginx's {@code secure_link} as its manual writes it among them.
 */
final class LinkEnd {

    private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT);

    private static final Pattern SEPARATOR = Pattern.compile("[&;]");

    private static final List<String> SIGNATURES =
            List.of("signature", "x-signature", "sig", "sign", "hmac", "token", "md5", "hash", "st");

    private static final List<String> ENDS = List.of("expires", "x-expires", "expire", "exp", "e");

    /** In hexadecimal digits, each with the signature beside it. */
    private static final Map<String, String> HEX_ENDS = Map.of("ex", "hm", "oe", "oh");

    private static final Pattern IN_A_TOKEN = Pattern.compile("exp=(\\d{10})~(?:.*~)?hmac=");

    private LinkEnd() {}

    static boolean isPast(WebUrl url, Instant now) {
        return of(url).filter(end -> !now.isBefore(end)).isPresent();
    }

    /** Empty if the URL is not signed or does not say. */
    static Optional<Instant> of(WebUrl url) {
        var fields = fields(url.query().orElse(""));
        for (var vendor : new String[] {"x-amz-", "x-goog-", "x-oss-"}) {
            if (fields.containsKey(vendor + "signature")) {
                return afterDate(fields.get(vendor + "date"), fields.get(vendor + "expires"));
            }
        }
        if (fields.containsKey("sig") && fields.containsKey("se")) {
            return instant(fields.get("se"));
        }
        var inToken = fields.values().stream()
                .map(IN_A_TOKEN::matcher)
                .filter(Matcher::find)
                .flatMap(token -> unixTime(token.group(1)).stream())
                .findFirst();
        return inToken.or(() -> inHex(fields)).or(() -> besideASignature(fields));
    }

    private static Optional<Instant> inHex(Map<String, String> fields) {
        return HEX_ENDS.entrySet().stream()
                .filter(end -> fields.containsKey(end.getValue()))
                .map(end -> fields.getOrDefault(end.getKey(), ""))
                .filter(digits -> digits.matches("[0-9A-Fa-f]{8}"))
                .map(digits -> Instant.ofEpochSecond(Long.parseLong(digits, 16)))
                .findFirst();
    }

    private static Optional<Instant> besideASignature(Map<String, String> fields) {
        return SIGNATURES.stream().anyMatch(fields::containsKey)
                ? ENDS.stream()
                        .flatMap(end -> unixTime(fields.get(end)).stream())
                        .findFirst()
                : Optional.empty();
    }

    private static Map<String, String> fields(String query) {
        var fields = new HashMap<String, String>();
        for (var field : SEPARATOR.splitAsStream(query).toList()) {
            var equals = field.indexOf('=');
            if (equals > 0) {
                var value = field.substring(equals + 1)
                        .replaceAll("(?i)%3a", ":")
                        .replaceAll("(?i)%3d", "=")
                        .replaceAll("(?i)%7e", "~");
                fields.putIfAbsent(field.substring(0, equals).toLowerCase(Locale.ROOT), value);
            }
        }
        return fields;
    }

    private static Optional<Instant> afterDate(@Nullable String date, @Nullable String seconds) {
        if (date == null || seconds == null || !seconds.matches("\\d{1,9}")) {
            return Optional.empty();
        }
        try {
            var begins = LocalDateTime.parse(date, BASIC).toInstant(ZoneOffset.UTC);
            return Optional.of(begins.plus(Duration.ofSeconds(Long.parseLong(seconds))));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> unixTime(@Nullable String seconds) {
        return seconds != null && seconds.matches("\\d{10}")
                ? Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds)))
                : Optional.empty();
    }

    private static Optional<Instant> instant(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
