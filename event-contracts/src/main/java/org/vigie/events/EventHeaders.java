package org.vigie.events;

/** Kafka header names of CloudEvents 1.0 in binary mode (Kafka protocol binding, section 3.2). */
public final class EventHeaders {

    public static final String SPEC_VERSION = "ce_specversion";
    /** Aggregate id and version: the same for every repeat of a record. */
    public static final String ID = "ce_id";
    /** The owning service, as {@code /notice-service}. */
    public static final String SOURCE = "ce_source";
    /** What happened, for people and logs; no consumer branches on it. */
    public static final String TYPE = "ce_type";
    /** The aggregate's id. */
    public static final String SUBJECT = "ce_subject";
    /** RFC 3339, UTC, by the one clock. */
    public static final String TIME = "ce_time";

    public static final String CONTENT_TYPE = "content-type";

    private EventHeaders() {}
}
