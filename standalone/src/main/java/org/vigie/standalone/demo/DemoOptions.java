package org.vigie.standalone.demo;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.vigie.sandbox.story.Book;
import org.vigie.sandbox.story.Cast;

/**
 * What was asked for on the command line.
 *
 * @param once end when the play does, with a verdict
 * @param resume go on where the demo in the directory stopped
 * @param seed what chance decides by
 * @param only references of the tales to play, with or without their number; all if there are none
 */
public record DemoOptions(boolean once, boolean resume, long seed, List<String> only) {

    private static final long USUAL_SEED = 1;

    public DemoOptions {
        only = List.copyOf(only);
    }

    /**
     * Reads the words after {@code demo}.
     *
     * @throws IllegalArgumentException with a sentence if one of them is not known
     */
    public static DemoOptions of(List<String> words) {
        var once = false;
        var resume = false;
        var seed = USUAL_SEED;
        var only = new ArrayList<String>();
        for (var left = words.iterator(); left.hasNext(); ) {
            switch (left.next()) {
                case "--once" -> once = true;
                case "--resume" -> resume = true;
                case "--seed" -> seed = seed(wordAfter(left));
                case "--only" -> only.addAll(List.of(wordAfter(left).split(",")));
                default ->
                    throw new IllegalArgumentException(
                            "vigie demo knows --once, --seed N, --only NAME[,NAME...] and --resume.");
            }
        }
        var _ = Book.write(seed, Cast.read(), only);
        return new DemoOptions(once, resume, seed, only);
    }

    private static String wordAfter(Iterator<String> left) {
        return left.hasNext() ? left.next() : "";
    }

    private static long seed(String word) {
        try {
            return Long.parseLong(word);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("vigie demo --seed needs a whole number.", e);
        }
    }
}
