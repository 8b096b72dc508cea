package org.vigie.registry.chain;

/**
 * What a provider did with what it was told, over 90 days.
 *
 * @param targetings handed over in that time, void ones left out
 * @param removedWithinDay of those, how many were removed within 24 hours, held time taken off
 */
public record Responsiveness(long targetings, long removedWithinDay) {

    /** Nothing was ever handed over. */
    public static final Responsiveness UNKNOWN = new Responsiveness(0, 0);

    /** 0 to 1; one half for somebody nothing is known of. */
    double value() {
        return (removedWithinDay + 1.0) / (targetings + 2.0);
    }
}
