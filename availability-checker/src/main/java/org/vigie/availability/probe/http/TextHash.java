package org.vigie.availability.probe.http;

import java.util.Arrays;

/**
 * A similarity hash of text (Charikar's SimHash over pairs of words): texts that differ in a word or two differ in few
 * bits. Tags, digits and case are left out.
 */
final class TextHash {

    private TextHash() {}

    /** Hashes the beginning of a text and wipes it. */
    static long of(byte[] text, int length) {
        var weights = new int[Long.SIZE];
        long previous = 0;
        long word = 0;
        boolean tag = false;
        for (int i = 0; i <= length; i++) {
            int c = i < length ? text[i] & 0xff : ' ';
            tag = c == '<' || (tag && c != '>');
            boolean letter = !tag && (c >= 0x80 || Character.isLetter(c));
            if (letter) {
                word = word * 31 + Character.toLowerCase(c) + 1;
            } else if (word != 0) {
                add(weights, mix(previous * 1_000_003 + word));
                previous = word;
                word = 0;
            }
        }
        Arrays.fill(text, (byte) 0);
        return signs(weights);
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
