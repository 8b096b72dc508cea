package org.vigie.availability.probe.http;

import java.time.Duration;

/**
 * How long a server may take. Browsers wait for minutes; a HEAD that stays unanswered is soon followed by a GET, which
 * some servers alone answer.
 *
 * @param head until the first octet after a HEAD, and between two of them
 * @param get the same after a GET, or after a HEAD where no GET may follow
 * @param total of one question, redirects included
 * @param moment before a question that was turned away is asked again: limits are commonly so many a second
 */
record Patience(Duration head, Duration get, Duration total, Duration moment) {

    static final Patience USUAL = new Patience(
            Duration.ofSeconds(20), Duration.ofSeconds(60), Duration.ofSeconds(90), Duration.ofMillis(1_100));
}
