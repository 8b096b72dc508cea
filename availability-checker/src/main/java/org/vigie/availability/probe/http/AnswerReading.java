package org.vigie.availability.probe.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.availability.probe.Answer;
import org.vigie.availability.probe.Answer.Landing;
import org.vigie.availability.probe.Answer.Note;
import org.vigie.availability.probe.Answer.ParkingSign;
import org.vigie.availability.probe.Gate;
import org.vigie.url.WebUrl;

/** Takes from the headers what tells whether something is there; what cannot be read is absent. */
final class AnswerReading {

    private AnswerReading() {}

    static Answer of(
            Exchange.Headers headers,
            boolean byGet,
            Landing landing,
            @Nullable WebUrl target,
            @Nullable Gate behind,
            Set<Note> notes,
            Set<ParkingSign> parking,
            Instant now) {
        return new Answer(
                headers.response().getCode(),
                byGet,
                mediaType(headers.value("Content-Type")),
                length(headers),
                headers.value("ETag"),
                headers.value("Last-Modified"),
                retryAfter(headers, now),
                "challenge".equalsIgnoreCase(headers.value("cf-mitigated")) ? Gate.BOT_CHECK : behind,
                headers.text() == null ? null : headers.text().print(),
                landing,
                target,
                notes,
                parking);
    }

    static @Nullable String mediaType(@Nullable String value) {
        if (value == null) {
            return null;
        }
        var end = value.indexOf(';');
        return (end < 0 ? value : value.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    /**
     * Of the whole content: a partial answer names it after the slash of Content-Range (RFC 9110, section 14.4). The
     * length of a 416 itself is that of a message.
     */
    private static @Nullable Long length(Exchange.Headers headers) {
        var range = headers.value("Content-Range");
        if (range != null) {
            return number(range.substring(range.lastIndexOf('/') + 1));
        }
        return headers.response().getCode() == 416 ? null : number(headers.value("Content-Length"));
    }

    private static @Nullable Duration retryAfter(Exchange.Headers headers, Instant now) {
        var value = headers.value("Retry-After");
        return value == null ? null : RetryAfter.of(value, headers.value("Date"), now);
    }

    /**
     * Where a redirect leads, absent if it does not say. Octets beyond ASCII are percent-encoded one by one, whatever
     * encoding they are in, as Chromium does: the server gets back the octets that it sent.
     */
    static @Nullable String location(Exchange.Headers headers) {
        var value = headers.value("Location");
        if (value == null || value.isEmpty()) {
            return null;
        }
        var location = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            var octet = value.charAt(i);
            if (octet < 0x80) {
                location.append(octet);
            } else {
                location.append("%%%02X".formatted((int) octet));
            }
        }
        return location.toString();
    }

    private static @Nullable Long number(@Nullable String value) {
        if (value == null || !value.strip().matches("\\d{1,15}")) {
            return null;
        }
        return Long.valueOf(value.strip());
    }
}
