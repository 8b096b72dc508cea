package org.vigie.metrics.removal.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Category;
import org.vigie.events.ContentKind;
import org.vigie.events.Maturation;
import org.vigie.events.Role;
import org.vigie.metrics.ledger.Selection;
import org.vigie.support.web.ParameterRefused;

/**
 * The filters that every table takes, as query parameters.
 *
 * @param country ISO 3166-1 alpha-2
 * @param from first handover at or after, ISO-8601 UTC
 * @param to first handover before
 * @param asOf what happened later is left out; later than what was checked means what was checked
 * @param format {@code csv} or {@code json}, or absent
 */
record Filters(
        @Nullable Role role,
        @Nullable Role type,
        @Nullable Maturation stage,
        @Nullable Category category,
        @Nullable ContentKind kind,

        @Parameter(schema = @Schema(pattern = "^[A-Za-z]{2}$")) @Nullable
        String country,

        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Instant asOf,

        @Parameter(schema = @Schema(allowableValues = {"csv", "json"})) @Nullable
        String format) {

    /** Filters that choose content units by what they are. */
    static final Set<String> OF_CONTENT = Set.of("stage", "category", "kind");

    private static final Set<String> FORMATS = Set.of("csv", "json");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private static final Pattern COUNTRY = Pattern.compile("[A-Za-z]{2}");

    Selection selection() {
        return selection(null);
    }

    /** Everything that is asked for, of one provider if it is named. */
    Selection selection(@Nullable UUID provider) {
        isInRange("from", from);
        isInRange("to", to);
        isInRange("as_of", asOf);
        if (from != null && to != null && !from.isBefore(to)) {
            throw new ParameterRefused("to", "Must be later than from.");
        }
        if (format != null && !FORMATS.contains(format)) {
            throw new ParameterRefused("format", "Must be csv or json.");
        }
        if (country != null && !COUNTRY.matcher(country).matches()) {
            throw new ParameterRefused("country", "Must be a two-letter country code.");
        }
        return new Selection(
                provider,
                role,
                type,
                stage,
                category,
                kind,
                country == null ? null : country.toUpperCase(Locale.ROOT),
                from,
                to,
                asOf);
    }

    /**
     * The filters asked for that a part of an answer does not follow, by the part; parts that follow all are absent.
     */
    Map<String, List<String>> notFollowed(Map<String, Set<String>> followed) {
        var asked = asked();
        var all = new TreeMap<String, List<String>>();
        followed.forEach((part, names) -> {
            var ignored =
                    asked.stream().filter(filter -> !names.contains(filter)).toList();
            if (!ignored.isEmpty()) {
                all.put(part, ignored);
            }
        });
        return all;
    }

    private static void isInRange(String parameter, @Nullable Instant instant) {
        if (instant != null && (instant.isBefore(Instant.EPOCH) || instant.isAfter(LATEST))) {
            throw new ParameterRefused(parameter, "Must be a timestamp from 1970 to 9999.");
        }
    }

    private List<String> asked() {
        var filters = new LinkedHashMap<String, @Nullable Object>();
        filters.put("role", role);
        filters.put("type", type);
        filters.put("stage", stage);
        filters.put("category", category);
        filters.put("kind", kind);
        filters.put("country", country);
        filters.put("from", from);
        filters.put("to", to);
        filters.put("as_of", asOf);
        return filters.entrySet().stream()
                .filter(filter -> filter.getValue() != null)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether CSV is wanted, by the parameter or else by the header {@code Accept}. */
    boolean csv(@Nullable String accept) {
        return format == null ? Answer.prefersCsv(accept) : format.equals("csv");
    }
}
