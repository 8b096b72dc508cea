package org.vigie.events;

/** Kafka header names that a dead letter has beside those of its record and those that Spring for Kafka adds. */
public final class DeadLetterHeaders {

    /** What kind of failure it was: the class of the exception. */
    public static final String KIND = "kafka_dlt-exception-fqcn";
    /** Where in our code it failed, as class and line. */
    public static final String PLACE = "vigie_dlt-place";
    /** On a record that is not what its topic promises: which field, and what is wrong with it. */
    public static final String REASON = "vigie_dlt-reason";

    private DeadLetterHeaders() {}
}
