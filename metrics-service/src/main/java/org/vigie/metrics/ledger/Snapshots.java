package org.vigie.metrics.ledger;

import java.util.List;
import java.util.function.Consumer;

/**
 * The latest snapshots of one topic, by id.
 *
 * @param <T> a snapshot record of event-contracts
 */
public interface Snapshots<T> {

    /**
     * Keeps each snapshot in the place of an older version; an older or repeated one changes nothing. Once this returns
     * the store has acknowledged all of them. If it fails, some may be kept: doing it again is harmless.
     */
    void keepAll(List<T> snapshots);

    /** Reads every snapshot once, in no particular order. */
    void forEach(Consumer<T> reader);

    /**
     * Puts aside what cannot be read or fails the trial, for a person to look at; nothing that is counted reads it
     * again.
     *
     * @return how many were put aside
     */
    long sift(Consumer<T> trial);

    /** How many were ever put aside. */
    long asideCount();
}
