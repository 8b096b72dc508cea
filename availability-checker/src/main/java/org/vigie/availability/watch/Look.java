package org.vigie.availability.watch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The evidence of one look.
 *
 * @param outcome code of what came of the first question
 * @param status of the answer, absent if there was none
 * @param dns sixteen bits of the addresses' hash, absent if none were found
 * @param headers sixteen bits of the headers' hash, absent if there was no answer
 */
public record Look(
        Instant at,
        Signal signal,
        String outcome,
        @Nullable Integer status,
        @Nullable String dns,
        @Nullable String headers) {

    static Look of(Finding finding, Instant at) {
        return new Look(
                at,
                finding.signal(),
                finding.outcome().code(),
                finding.status(),
                finding.dnsDigest(),
                finding.headerDigest());
    }
}
