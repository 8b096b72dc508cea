package org.vigie.standalone.canary;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** The ways in which software writes a word of ASCII letters, digits and dots. Punycode keeps such a word as it is. */
final class Writings {

    /** A word, the way it is written, and the bytes that this makes. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Writing(String word, String way, byte[] bytes) {}

    private Writings() {}

    /** Every way, the bytes of no two the same. */
    static List<Writing> of(String word) {
        var all = new ArrayList<Writing>();
        for (var spelling : List.of(word, word.toUpperCase(Locale.ROOT))) {
            add(all, word, "plain", spelling);
            add(all, word, "percent", each(spelling, letter -> "%%%02X".formatted(letter)));
            add(all, word, "percent", each(spelling, letter -> "%%%02x".formatted(letter)));
            add(all, word, "percent twice", each(spelling, letter -> "%%25%02X".formatted(letter)));
            add(all, word, "quoted-printable", each(spelling, letter -> "=%02X".formatted(letter)));
            add(all, word, "JSON escape", each(spelling, letter -> "\\u%04X".formatted(letter)));
            add(all, word, "JSON escape", each(spelling, letter -> "\\u%04x".formatted(letter)));
            add(all, word, "HTML reference", each(spelling, "&#%d;"::formatted));
            add(all, word, "HTML reference", each(spelling, "&#x%x;"::formatted));
            add(all, word, "hex", HexFormat.of().formatHex(spelling.getBytes(UTF_8)));
            add(all, word, "hex", HexFormat.of().withUpperCase().formatHex(spelling.getBytes(UTF_8)));
            all.add(new Writing(word, "UTF-16", spelling.getBytes(UTF_16LE)));
            all.add(new Writing(word, "UTF-16", spelling.getBytes(UTF_16BE)));
            // Whole groups of Base64 only: what stands around a word does not change them.
            var groups = (spelling.length() - 2) / 3 * 3;
            for (var offset = 0; offset < 3; offset++) {
                var whole = spelling.substring(offset, offset + groups).getBytes(UTF_8);
                add(all, word, "Base64", Base64.getEncoder().encodeToString(whole));
            }
        }
        add(all, word, "backwards", new StringBuilder(word).reverse().toString());
        return all;
    }

    private static void add(List<Writing> all, String word, String way, String written) {
        all.add(new Writing(word, way, written.getBytes(ISO_8859_1)));
    }

    private static String each(String word, IntFunction<String> written) {
        return word.chars().mapToObj(written).collect(Collectors.joining());
    }
}
