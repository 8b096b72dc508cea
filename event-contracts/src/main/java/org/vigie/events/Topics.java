package org.vigie.events;

import java.util.List;

/** Every topic of the system. A breaking change of a record is a new topic with the next version in its name. */
public final class Topics {

    public static final String DETECTIONS = "detections.v1";
    public static final String CLASSIFICATIONS = "classifications.v1";
    public static final String CASES = "cases.v1";
    public static final String LOCATIONS = "locations.v1";
    public static final String CHAINS = "chains.v1";
    public static final String AVAILABILITY = "availability.v1";
    public static final String VANTAGES = "vantages.v1";
    public static final String WATERMARKS = "watermarks.v1";
    public static final String TARGETINGS = "targetings.v1";
    public static final String PROVIDERS = "providers.v1";
    public static final String CONTACT_FEEDBACK = "contact-feedback.v1";

    /** Appended to a topic's name for the topic that keeps what could not be applied, byte for byte, for 14 days. */
    public static final String DEAD_LETTER_SUFFIX = "-dlt";

    /** Topics whose last record per key is kept for good. */
    public static final List<String> COMPACTED = List.of(
            CASES, LOCATIONS, CHAINS, AVAILABILITY, VANTAGES, WATERMARKS, TARGETINGS, PROVIDERS, CONTACT_FEEDBACK);

    /** Topics whose records are kept for 14 days. */
    public static final List<String> INBOUND = List.of(DETECTIONS, CLASSIFICATIONS);

    private Topics() {}
}
