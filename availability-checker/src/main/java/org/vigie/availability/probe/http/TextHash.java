package org.vigie.availability.probe.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.availability.probe.Gate;
import org.vigie.availability.probe.TextPrint;

/**
 * What is kept of a text. Of its words a similarity hash (Charikar's SimHash over pairs of words), without tags, digits
 * and case. Of its numbers and of what it shows and links to one hash, in whatever order they come: an album without
 * its pictures has the same words. What the path that was asked for has itself is left out of both, since error pages
 * repeat it.
 */
final class TextHash {

    private static final Pattern PART = Pattern.compile("[\\p{L}\\x80-\\xff]+|\\d+");
    private static final Pattern DETAIL = Pattern.compile(
            "(?i)\\b(?:src|srcset|href|poster|data-src)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s>]+))|(\\d+)");

    private static final Pattern SHOWN =
            Pattern.compile("(?i)<(?:img|picture|video|audio|source|embed|object|i?frame|svg|canvas|script)\\b"
                    + "|http-equiv\\s*=\\s*[\"']?refresh|og:image|:\\s*url\\(");

    private TextHash() {}

    /** Hashes the beginning of a text that was asked for by that target, and wipes it. */
    static TextPrint of(byte[] text, int length, String target, @Nullable Gate gate) {
        var readable = new String(text, 0, length, StandardCharsets.ISO_8859_1);
        Arrays.fill(text, (byte) 0);
        var own = parts(target);
        return new TextPrint(
                words(readable, own),
                details(readable, own, lastPart(target)),
                SHOWN.matcher(readable).find(),
                length < text.length,
                gate);
    }

    /**
     * Hashes octets that could not be unpacked, and wipes them: they are the same, or they are not. What packs afresh
     * for every request is never the same, and then says nothing.
     */
    static TextPrint ofPacked(byte[] octets, int length) {
        var hash = mix(hash(new String(octets, 0, length, StandardCharsets.ISO_8859_1)));
        Arrays.fill(octets, (byte) 0);
        return new TextPrint(hash, hash, true, length < octets.length, null);
    }

    private static Set<String> parts(String target) {
        var parts = new HashSet<String>();
        PART.matcher(target.toLowerCase(Locale.ROOT)).results().forEach(part -> parts.add(part.group()));
        return parts;
    }

    private static String lastPart(String target) {
        var path = target.replaceAll("[?].*", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static long words(String text, Set<String> own) {
        var weights = new int[Long.SIZE];
        long previous = 0;
        int start = -1;
        boolean tag = false;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            tag = c == '<' || (tag && c != '>');
            boolean letter = !tag && (c >= 0x80 || Character.isLetter(c));
            if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0) {
                var word = text.substring(start, i).toLowerCase(Locale.ROOT);
                start = -1;
                if (!own.contains(word)) {
                    long hash = hash(word);
                    add(weights, mix(previous * 1_000_003 + hash));
                    previous = hash;
                }
            }
        }
        return signs(weights);
    }

    private static long details(String text, Set<String> own, String lastPart) {
        long sum = 0;
        var details = DETAIL.matcher(text);
        while (details.find()) {
            var number = details.group(4);
            var value = number != null ? number : value(details);
            var isOwn = number != null ? own.contains(number) : !lastPart.isEmpty() && value.contains(lastPart);
            sum += isOwn ? 0 : mix(hash(value));
        }
        return sum;
    }

    private static String value(Matcher details) {
        for (int group = 1; group <= 3; group++) {
            var value = details.group(group);
            if (value != null) {
                return value;
            }
        }
        return "";
    }

    private static long hash(String word) {
        long hash = 0;
        for (int i = 0; i < word.length(); i++) {
            hash = hash * 31 + word.charAt(i) + 1;
        }
        return hash;
    }

    private static void add(int[] weights, long hash) {
        for (int bit = 0; bit < Long.SIZE; bit++) {
            weights[bit] += ((hash >>> bit) & 1) == 1 ? 1 : -1;
        }
    }

    private static long signs(int[] weights) {
        long hash = 0;
        for (int bit = 0; bit < Long.SIZE; bit++) {
            hash |= weights[bit] > 0 ? 1L << bit : 0;
        }
        return hash;
    }

    /** The finaliser of SplitMix64. */
    private static long mix(long value) {
        long x = value;
        x = (x ^ (x >>> 30)) * 0xbf58476d1ce4e5b9L;
        x = (x ^ (x >>> 27)) * 0x94d049bb133111ebL;
        return x ^ (x >>> 31);
    }
}
