package org.vigie.notice.reference;

/** Counters that go up, by the name of their series. */
public interface Counters {

    /** The next number of the series, from 1; never the same twice. */
    default long next(String series) {
        return next(series, 1, 1);
    }

    /**
     * The next number of the series; never the same twice.
     *
     * @param atLeast what it is not below, at least 1
     */
    default long next(String series, long atLeast) {
        return next(series, atLeast, 1);
    }

    /**
     * The first of the next numbers of the series, one after another; none of them is given again.
     *
     * @param atLeast what it is not below, at least 1
     * @param count how many, at least 1
     */
    long next(String series, long atLeast, int count);
}
