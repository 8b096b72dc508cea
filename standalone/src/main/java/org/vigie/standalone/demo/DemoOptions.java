package org.vigie.standalone.demo;

import java.util.List;

/**
 * What was asked for on the command line.
 *
 * @param once end when the play does, with a verdict
 * @param resume go on where the demo in the directory stopped
 * @param seed what chance decides by
 */
public record DemoOptions(boolean once, boolean resume, long seed) {

    private static final long USUAL_SEED = 1;

    /**
     * Reads the words after {@code demo}.
     *
     * @throws IllegalArgumentException with a sentence if one of them is not known
     */
    public static DemoOptions of(List<String> words) {
        var once = false;
        var resume = false;
        var seed = USUAL_SEED;
        for (var i = 0; i < words.size(); i++) {
            switch (words.get(i)) {
                case "--once" -> once = true;
                case "--resume" -> resume = true;
                case "--seed" -> {
                    i++;
                    seed = seed(i < words.size() ? words.get(i) : "");
                }
                default -> throw new IllegalArgumentException("vigie demo knows --once, --seed N and --resume.");
            }
        }
        return new DemoOptions(once, resume, seed);
    }

    private static long seed(String word) {
        try {
            return Long.parseLong(word);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("vigie demo --seed needs a whole number.", e);
        }
    }
}
