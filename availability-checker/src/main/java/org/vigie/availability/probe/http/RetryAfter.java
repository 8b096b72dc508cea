package org.vigie.availability.probe.http;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.utils.DateUtils;
import org.jspecify.annotations.Nullable;

/** How long a server wants to be left alone: a number or a date (RFC 9110, section 10.2.3), however badly written. */
final class RetryAfter {

    static final Duration LONGEST = Duration.ofDays(1);

    private static final DateTimeFormatter ASCTIME =
            DateTimeFormatter.ofPattern("EEE MMM [ ]d HH:mm:ss yyyy", Locale.US);

    private static final Pattern NUMBER = Pattern.compile("\\d{1,40}(\\.\\d{0,40})?");

    private RetryAfter() {}

    /**
     * At most a day; zero for what is there and says nothing that can be used, such as a date that is over.
     *
     * @param date of the answer's Date header: a server's dates go by its own clock
     * @param now used where {@code date} is absent or no date
     */
    static Duration of(String value, @Nullable String date, Instant now) {
        var text = value.strip();
        if (NUMBER.matcher(text).matches()) {
            var seconds = new BigDecimal(text).setScale(0, RoundingMode.CEILING);
            return Duration.ofSeconds(
                    seconds.min(BigDecimal.valueOf(LONGEST.toSeconds())).longValueExact());
        }
        var until = date(text);
        if (until == null) {
            return Duration.ZERO;
        }
        var said = date == null ? null : date(date.strip());
        var pause = Duration.between(said == null ? now : said, until);
        if (pause.isNegative()) {
            return Duration.ZERO;
        }
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }

    /** In any of the three forms of RFC 9110, section 5.6.7; the library knows the last one only with a zone. */
    private static @Nullable Instant date(String text) {
        var standard = DateUtils.parseStandardDate(text);
        if (standard != null) {
            return standard;
        }
        try {
            return LocalDateTime.parse(text, ASCTIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException _) {
            return null;
        }
    }
}
