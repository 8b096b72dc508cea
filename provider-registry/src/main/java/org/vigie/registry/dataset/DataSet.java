package org.vigie.registry.dataset;

/**
 * What can be said of a data set in use.
 *
 * @param name as an operator and a hop's evidence call it
 * @param rows how many facts it holds
 */
public record DataSet(String name, Edition edition, long rows) {

    /** Tells what is in use now. */
    @FunctionalInterface
    public interface InUse {
        DataSet now();

        /** How many newer ones were refused since the start. */
        default long refused() {
            return 0;
        }
    }
}
