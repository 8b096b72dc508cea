package org.vigie.notice.sequence;

/** Named counters. */
public interface Counters {

    /** The next number of the series, from 1; never the same twice. */
    long next(String series);
}
