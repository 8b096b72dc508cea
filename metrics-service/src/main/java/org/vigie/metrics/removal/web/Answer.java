package org.vigie.metrics.removal.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MimeTypeUtils;

/** One answer in the form that was asked for. */
final class Answer {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private Answer() {}

    /**
     * Whether a header {@code Accept} prefers CSV to JSON (RFC 9110, section 12.5.1). Without one, or one that nobody
     * can read, it does not.
     */
    static boolean prefersCsv(@Nullable String accept) {
        return ranges(accept).stream()
                .filter(range -> range.getQualityValue() > 0)
                .filter(range -> range.includes(CSV) || range.includes(MediaType.APPLICATION_JSON))
                .findFirst()
                .filter(range -> !range.includes(MediaType.APPLICATION_JSON))
                .isPresent();
    }

    /** The most wanted first. */
    private static List<MediaType> ranges(@Nullable String accept) {
        try {
            var ranges = new ArrayList<>(MediaType.parseMediaTypes(accept));
            MimeTypeUtils.sortBySpecificity(ranges);
            return ranges;
        } catch (InvalidMediaTypeException _) {
            return List.of();
        }
    }

    static ResponseEntity<?> json(Object view) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(view);
    }

    static ResponseEntity<?> csv(String text) {
        return ResponseEntity.ok().contentType(CSV).body(text);
    }
}
