package org.vigie.notice.neighbours.http;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.neighbours.Reading;

/** The text format of Prometheus, version 0.0.4, without its comments and times. */
final class MeterText {

    private static final Pattern LINE = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? (\\S+)(?: -?[0-9]+)?");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\.)*)\",?");

    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

    private MeterText() {}

    /** What cannot be read is left out. */
    static Stream<Reading> read(String text) {
        return text.lines().filter(line -> !line.startsWith("#")).flatMap(line -> reading(line).stream());
    }

    private static Optional<Reading> reading(String line) {
        var found = LINE.matcher(line);
        if (!found.matches()) {
            return Optional.empty();
        }
        return value(found.group(3)).map(value -> new Reading(found.group(1), labels(found.group(2)), value));
    }

    private static Map<String, String> labels(@Nullable String text) {
        var labels = new HashMap<String, String>();
        if (text != null) {
            LABEL.matcher(text).results().forEach(label -> labels.put(label.group(1), unescaped(label.group(2))));
        }
        return labels;
    }

    private static String unescaped(String text) {
        return ESCAPED.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1).equals("n") ? "\n" : found.group(1)));
    }

    private static Optional<Double> value(String text) {
        try {
            return Optional.of(Double.valueOf(text.replace("+Inf", "Infinity").replace("-Inf", "-Infinity")));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
