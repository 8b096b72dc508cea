package org.vigie.availability.probe;

import org.jspecify.annotations.Nullable;

/**
 * What is kept of the beginning of a text, for comparing it with another one: nothing that could be read.
 *
 * @param words similarity hash of its words; texts that differ in a word or two differ in few bits
 * @param details hash of its numbers and of what it links to and shows; any difference changes it
 * @param shows whether it holds a picture, a film, a frame, a program or a way on: what it shows, words do not say
 * @param whole whether the text ended within the 8 KiB that are read
 * @param gate the gate whose mark it holds, absent if it holds none
 */
public record TextPrint(
        long words,
        long details,
        boolean shows,
        boolean whole,
        @Nullable Gate gate) {

    private static final int TOLERANCE_BITS = 3;

    /** Whether the words are the same but for one or two. */
    public boolean hasWordsOf(TextPrint other) {
        return areClose(words, other.words);
    }

    /** Whether two hashes of words are of the same text but for a word or two. */
    public static boolean areClose(long one, long two) {
        return Long.bitCount(one ^ two) <= TOLERANCE_BITS;
    }
}
