package org.vigie.notice.batch.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.batch.BatchLine;
import org.vigie.support.events.EventJson;
import org.vigie.support.validation.InvalidField;

/**
 * CSV (RFC 4180) whose first line names fields of a report, those of objects in it after a dot. An empty cell says
 * nothing of its field.
 */
final class CsvForm implements BodyLines.Form {

    private static final Set<String> NUMBERS =
            Set.of("classification.assessors", "content.contained_verified", "content.contained_apparent");

    private static final Set<String> TEXTS = Set.of(
            "url",
            "category",
            "maturation",
            "verification",
            "verified_at",
            "classification.scheme",
            "classification.label",
            "classification.act",
            "classification.organisation",
            "detection_method",
            "content.kind",
            "content.hashes.sha256",
            "content.hashes.sha1",
            "content.hashes.md5",
            "content.hashes.photodna",
            "content.hashes.pdq",
            "found_on",
            "found_on_network",
            "referrer",
            "partner_reference");

    private static final Pattern SMALL_NUMBER = Pattern.compile("[0-9]{1,9}");

    private final ShortRecords text;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> header;
    private long line;

    CsvForm(InputStream body) throws IOException {
        text = new ShortRecords(new InputStreamReader(body, UTF_8.newDecoder()));
        parser = CSVFormat.RFC4180.parse(text);
        records = parser.iterator();
        var first = read();
        header = first == null ? List.of() : List.of(first.values());
        for (int column = 0; column < header.size(); column++) {
            if (!isColumn(header.get(column)) || header.indexOf(header.get(column)) < column) {
                throw new InvalidField(
                        "", "Column %d names no field, or one twice; commas separate them.".formatted(column + 1));
            }
        }
    }

    @Override
    public @Nullable BatchLine next() throws IOException {
        while (true) {
            var number = Math.toIntExact(line + 1);
            var record = read();
            if (record == null) {
                return null;
            }
            if (record.size() > 1 || !record.get(0).isBlank()) {
                return line(number, record);
            }
        }
    }

    private BatchLine line(int number, CSVRecord record) {
        return record.size() == header.size()
                ? new BatchLine(number, json(record), null)
                : new BatchLine(number, "", "Must have %d cells, as the first line has.".formatted(header.size()));
    }

    private static boolean isColumn(String name) {
        return TEXTS.contains(name) || NUMBERS.contains(name);
    }

    private @Nullable CSVRecord read() throws IOException {
        text.begin();
        try {
            var record = records.hasNext() ? records.next() : null;
            line = parser.getCurrentLineNumber();
            return record;
        } catch (UncheckedIOException e) {
            throw readable(Objects.requireNonNull(e.getCause()));
        }
    }

    private IOException readable(IOException cause) {
        return switch (cause) {
            case CSVException _ ->
                throw new InvalidField("", "From line %d on it is not CSV (RFC 4180).".formatted(line + 1));
            case CharacterCodingException _ -> throw new InvalidField("", "Must be UTF-8.");
            default -> cause;
        };
    }

    private String json(CSVRecord record) {
        var report = new HashMap<String, Object>();
        for (int column = 0; column < header.size(); column++) {
            if (!record.get(column).isEmpty()) {
                put(report, header.get(column), value(header.get(column), record.get(column)));
            }
        }
        return EventJson.MAPPER.writeValueAsString(report);
    }

    /** A number as one, so that it is read as in JSON. */
    private static Object value(String name, String cell) {
        return NUMBERS.contains(name) && SMALL_NUMBER.matcher(cell).matches() ? Integer.valueOf(cell) : cell;
    }

    private static void put(Map<String, Object> report, String name, Object value) {
        var dot = name.indexOf('.');
        if (dot < 0) {
            report.put(name, value);
            return;
        }
        @SuppressWarnings("unchecked") // no column is a field and a group of fields
        var object = (Map<String, Object>)
                report.computeIfAbsent(name.substring(0, dot), _ -> new HashMap<String, Object>());
        put(object, name.substring(dot + 1), value);
    }
}
