package org.vigie.bench.table;

import java.util.Iterator;
import java.util.List;

/** What stands behind {@code ./vigie table}. */
record Options(long seed, double scale) {

    private static final double SMALLEST = 0.01;

    /**
     * Reads the words.
     *
     * @throws IllegalArgumentException saying what is wrong with them
     */
    static Options of(List<String> words) {
        var seed = 1L;
        var scale = 1.0;
        for (var word = words.iterator(); word.hasNext(); ) {
            switch (word.next()) {
                case "--seed" -> seed = Long.parseLong(number(word, "--seed"));
                case "--scale" -> scale = Double.parseDouble(number(word, "--scale"));
                default -> throw new IllegalArgumentException("usage: ./vigie table [--seed N] [--scale 0.01]");
            }
        }
        if (!(scale >= SMALLEST && scale <= 1)) {
            throw new IllegalArgumentException("--scale goes from 0.01 to 1");
        }
        return new Options(seed, scale);
    }

    private static String number(Iterator<String> words, String option) {
        var word = words.hasNext() ? words.next() : "";
        if (!word.matches("-?\\d+(\\.\\d+)?")) {
            throw new IllegalArgumentException(option + " needs a number");
        }
        return word;
    }
}
