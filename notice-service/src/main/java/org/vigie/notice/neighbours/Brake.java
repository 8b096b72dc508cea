package org.vigie.notice.neighbours;

/** The mass-removal guard of availability-checker. */
public interface Brake {

    /**
     * Releases it. Again does nothing.
     *
     * @param token of the person who wants it
     */
    Asked release(String token);
}
