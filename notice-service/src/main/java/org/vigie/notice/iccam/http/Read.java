package org.vigie.notice.iccam.http;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.iccam.AgeGroup;
import org.vigie.notice.iccam.Classified;
import org.vigie.notice.iccam.Content;
import org.vigie.notice.iccam.Iccam.About;
import org.vigie.notice.iccam.Iccam.Listed;
import tools.jackson.databind.JsonNode;

/** Reads ICCAM's answers. A field that is not there, or says what this build does not know, is absent. */
final class Read {

    private Read() {}

    /** @throws IllegalArgumentException if it is no list of items */
    static List<Listed> listed(JsonNode said) {
        if (!said.isArray()) {
            throw new IllegalArgumentException("no list");
        }
        return said.valueStream()
                .map(one -> new Listed(number(one, "contentId"), number(one, "reportId")))
                .toList();
    }

    /** @throws IllegalArgumentException if it is no item */
    static Content content(JsonNode said) {
        var url = said.path("url");
        var assessments = said.path("assessments");
        // The last one counts: INHOPE to the authors of SCARt.
        var last = assessments.path(assessments.size() - 1);
        return new Content(
                number(said, "contentId"),
                number(said, "reportId"),
                Optional.ofNullable(text(url, "urlString")).orElseThrow(() -> new IllegalArgumentException("no URL")),
                url.path("isSourceUrl").asBoolean(false),
                text(said, "assignedCountryCode"),
                time(text(said, "countryAssignmentDate")),
                code(last, "classification").flatMap(Classified::of).orElse(null),
                code(last, "ageCategorization").flatMap(AgeGroup::of).orElse(null),
                said.path("actions")
                        .valueStream()
                        .flatMap(action -> code(action, "actionType").stream())
                        .collect(Collectors.toSet()));
    }

    /** @throws IllegalArgumentException if it is no report */
    static About about(JsonNode said) {
        if (!said.isObject()) {
            throw new IllegalArgumentException("no report");
        }
        return new About(
                text(said, "referrerUrl"),
                said.path("reportContents")
                        .valueStream()
                        .map(one -> number(one, "contentId"))
                        .toList());
    }

    private static long number(JsonNode said, String field) {
        var number = said.path(field).asLong(0);
        if (number <= 0) {
            throw new IllegalArgumentException("no " + field);
        }
        return number;
    }

    private static Optional<Integer> code(JsonNode said, String field) {
        var value = said.path(field);
        return value.canConvertToInt() ? Optional.of(value.asInt()) : Optional.empty();
    }

    private static @Nullable String text(JsonNode said, String field) {
        var text = said.path(field).asString("").strip();
        return text.isEmpty() ? null : text;
    }

    /** A time without an offset is taken for UTC. */
    private static @Nullable Instant time(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException _) {
            return local(text);
        }
    }

    private static @Nullable Instant local(String text) {
        try {
            return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException _) {
            return null;
        }
    }
}
