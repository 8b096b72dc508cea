package org.vigie.standalone.canary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.vigie.standalone.canary.Writings.Writing;

/** Words that are looked for in bytes, in every way of writing them. */
public final class Words {

    private static final int START = 4;
    private static final int BUCKETS = 1 << 14;

    /** By the first bytes: nearly every position of what is searched meets an empty one. */
    private final Writing[][] byStart = new Writing[BUCKETS][];

    /** Each at least nine lower-case letters, digits or dots. */
    public Words(Collection<String> words) {
        for (var word : words) {
            if (!word.matches("[a-z0-9.]{9,}")) {
                throw new IllegalArgumentException("not a word that can be told from others");
            }
            Writings.of(word).forEach(this::add);
        }
    }

    private void add(Writing writing) {
        var bucket = bucket(writing.bytes(), 0);
        var there = byStart[bucket];
        var more = there == null ? new Writing[1] : Arrays.copyOf(there, there.length + 1);
        more[more.length - 1] = writing;
        byStart[bucket] = more;
    }

    /** The words found, each with the way it is written in. */
    public List<Found> in(byte[] bytes) {
        var found = new ArrayList<Found>();
        for (var at = 0; at <= bytes.length - START; at++) {
            var writings = byStart[bucket(bytes, at)];
            if (writings != null) {
                for (var writing : writings) {
                    if (startsAt(bytes, at, writing.bytes())) {
                        found.add(new Found(writing.word(), writing.way()));
                    }
                }
            }
        }
        return found;
    }

    /** A word in a way of writing. */
    public record Found(String word, String way) {}

    private static boolean startsAt(byte[] bytes, int at, byte[] wanted) {
        return at + wanted.length <= bytes.length
                && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length);
    }

    private static int bucket(byte[] bytes, int at) {
        var start = (bytes[at] & 0xff)
                | (bytes[at + 1] & 0xff) << 8
                | (bytes[at + 2] & 0xff) << 16
                | (bytes[at + 3] & 0xff) << 24;
        return (start * 0x9E3779B1) >>> 18;
    }
}
