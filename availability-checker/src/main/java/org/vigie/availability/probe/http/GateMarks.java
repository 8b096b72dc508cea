package org.vigie.availability.probe.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vigie.availability.probe.Gate;

/** Marks that gates leave in their pages and that no other page has: a kind and a text in each line of a resource. */
final class GateMarks {

    private record Mark(Gate gate, String text) {}

    private final List<Mark> marks;

    private GateMarks(List<Mark> marks) {
        this.marks = marks;
    }

    static GateMarks bundled() {
        try (var in = Objects.requireNonNull(GateMarks.class.getResourceAsStream("/org/vigie/availability/gates.txt"));
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return new GateMarks(lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> line.split("\\s+", 2))
                    .map(entry -> new Mark(Gate.valueOf(entry[0]), entry[1].toLowerCase(Locale.ROOT)))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The gate whose mark is among the first bytes of the buffer, absent if none is. */
    @Nullable
    Gate of(byte[] text, int length) {
        var readable = new String(text, 0, length, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        for (var mark : marks) {
            if (readable.contains(mark.text())) {
                return mark.gate();
            }
        }
        return null;
    }
}
