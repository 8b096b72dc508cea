package org.vigie.notice.report;

import java.util.UUID;
import org.vigie.support.access.Caller;
import org.vigie.support.access.Partner;

/**
 * Who hands reports in.
 *
 * @param text as it is stored and shown: {@code operator} for our own people and services, {@code producer:NAME},
 *     {@code partner:ID}, {@code test:ID} for a partner that tests
 * @param keys among whose reports a key names one: nobody meets another's by using their key
 */
public record Origin(String text, String keys) {

    private static final String OURS = "operator";
    private static final String PARTNERS = "partner:";
    private static final String TESTS = "test:";
    /** No partner's id has a blank. */
    private static final String BATCH = " batch ";

    /** Whoever sends a request. */
    public static Origin of(Caller caller) {
        return switch (caller) {
            case Partner(var id, var test) -> of((test ? TESTS : PARTNERS) + id);
            case Caller.TokenHolder() -> of(OURS);
            case Caller.Principal(var person) -> new Origin(OURS, "%s %s".formatted(OURS, person.principal()));
        };
    }

    /** Whether an origin's text is a partner's, who may be testing. */
    public static boolean isPartners(String text) {
        return text.startsWith(PARTNERS) || isTest(text);
    }

    /** Whether nothing comes of what has this origin. */
    static boolean isTest(String text) {
        return text.startsWith(TESTS);
    }

    /** What a producer detects. */
    public static Origin ofProducer(String name) {
        return of("producer:" + name);
    }

    /** The same who, for whom keys name reports of that batch only. */
    public static Origin ofBatch(String text, UUID batchId) {
        return new Origin(text, text + BATCH + batchId);
    }

    /** Whether it hands in the lines of a batch. */
    boolean isBatch() {
        return keys.startsWith(text + BATCH);
    }

    private static Origin of(String text) {
        return new Origin(text, text);
    }
}
