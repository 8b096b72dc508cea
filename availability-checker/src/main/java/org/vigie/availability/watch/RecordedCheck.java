package org.vigie.availability.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vigie.availability.probe.Answer;
import org.vigie.availability.probe.Outcome;

/**
 * What is stored of one check, as evidence.
 *
 * @param outcome code of what came of the first question
 * @param status of the answer, absent if there was none
 * @param dns sixteen bits of the addresses' hash, absent if none were found
 * @param headers sixteen bits of the headers' hash, absent if there was no answer
 * @param data the lists it was judged by, with their versions; absent of checks made before that was kept
 */
public record RecordedCheck(
        Instant at,
        Signal signal,
        String outcome,
        @Nullable Integer status,
        @Nullable String dns,
        @Nullable String headers,
        @Nullable String data) {

    static RecordedCheck of(CheckResult result, DataVersions data) {
        return new RecordedCheck(
                result.at(),
                result.signal(),
                result.outcome().code(),
                result.status(),
                result.first().dnsDigest(),
                result.outcome() instanceof Outcome.Answered(var answer) ? headerDigest(answer) : null,
                data.text());
    }

    private static String headerDigest(Answer answer) {
        var hash = Objects.hash(
                answer.status(), answer.mediaType(), answer.length(), answer.entityTag(), answer.landing());
        return "%04x".formatted(((hash >>> 16) ^ hash) & 0xffff);
    }

    /** Codes of what differs: {@code DNS}, {@code STATUS}, {@code HEADERS}. */
    List<String> differencesFrom(RecordedCheck other) {
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
