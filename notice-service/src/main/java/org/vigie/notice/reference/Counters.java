package org.vigie.notice.reference;

/** Counters that go up, by the name of their series. */
public interface Counters {

    /** The next number of the series, from 1; never the same twice. */
    default long next(String series) {
        return next(series, 1);
    }

    /**
     * The next number of the series; never the same twice.
     *
     * @param atLeast what it is not below, at least 1
     */
    long next(String series, long atLeast);
}
