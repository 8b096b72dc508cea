package org.vigie.standalone.demo;

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

    /**
     * Checks the names.
     *
     * @throws IllegalArgumentException with a sentence if there is no tale of a name
     */
    public DemoOptions {
        only = List.copyOf(only);
        var _ = Book.write(seed, Cast.read(), only);
    }
}
