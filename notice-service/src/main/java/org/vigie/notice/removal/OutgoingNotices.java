package org.vigie.notice.removal;

/** Takes the notices that cases want sent. */
public interface OutgoingNotices {

    /** Gathers the case's wish with others to the same contact about the same host; the same wish twice is one. */
    void gather(RemovalCase known, Asked wish);
}
