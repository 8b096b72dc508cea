package org.vigie.notice.report;

import org.vigie.support.access.Caller;
import org.vigie.support.access.Partner;

/**
 * Who hands reports in.
 *
 * @param text as it is stored and shown: {@code operator} for our own people and services, {@code producer:NAME},
 *     {@code partner:ID}
 * @param keys among whose reports a key names one: nobody meets another's by using their key
 */
public record Origin(String text, String keys) {

    private static final String OURS = "operator";

    /** Whoever sends a request. */
    public static Origin of(Caller caller) {
        return switch (caller) {
            case Partner(var id) -> of("partner:" + id);
            case Caller.TokenHolder() -> of(OURS);
            case Caller.Principal(var person) -> new Origin(OURS, "%s %s".formatted(OURS, person.principal()));
        };
    }

    /** What a producer detects. */
    public static Origin ofProducer(String name) {
        return of("producer:" + name);
    }

    private static Origin of(String text) {
        return new Origin(text, text);
    }
}
