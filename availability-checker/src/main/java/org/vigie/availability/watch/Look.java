package org.vigie.availability.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The evidence of one look.
 *
 * @param outcome code of what came of the first question
 * @param status of the answer, absent if there was none
 * @param dns sixteen bits of the addresses' hash, absent if none were found
 * @param headers sixteen bits of the headers' hash, absent if there was no answer
 * @param data the lists it was judged by, with their versions; absent of looks made before that was kept
 */
public record Look(
        Instant at,
        Signal signal,
        String outcome,
        @Nullable Integer status,
        @Nullable String dns,
        @Nullable String headers,
        @Nullable String data) {

    static Look of(Finding finding, Instant at, DataVersions data) {
        return new Look(
                at,
                finding.signal(),
                finding.outcome().code(),
                finding.status(),
                finding.dnsDigest(),
                finding.headerDigest(),
                data.text());
    }

    /** Codes of what differs: {@code DNS}, {@code STATUS}, {@code HEADERS}. */
    List<String> differencesFrom(Look other) {
        var differences = new ArrayList<String>();
        if (!Objects.equals(dns, other.dns)) {
            differences.add("DNS");
        }
        if (!Objects.equals(status, other.status)) {
            differences.add("STATUS");
        }
        if (!Objects.equals(headers, other.headers)) {
            differences.add("HEADERS");
        }
        return differences;
    }
}
