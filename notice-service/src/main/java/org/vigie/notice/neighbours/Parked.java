package org.vigie.notice.neighbours;

/** What each service put aside because it could not be applied; which records these are is said by meters. */
public interface Parked {

    /**
     * The service reads those that failed there in this way from their topic once more. It returns before that is done;
     * again does no harm.
     *
     * @param topic without the suffix of dead letters
     * @param kind of failure, and {@code place} in the code, as the meters name them
     * @param token of the person who wants it
     */
    Asked tryAgain(Neighbour service, String topic, String kind, String place, String token);
}
