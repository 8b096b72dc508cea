package org.vigie.notice.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Act;
import org.vigie.events.Category;
import org.vigie.events.ContentKind;
import org.vigie.events.DetectionMethod;
import org.vigie.events.Maturation;
import org.vigie.events.NetworkSeen;
import org.vigie.events.Verification;
import org.vigie.notice.content.ContentUnit.Hashes;

/**
 * A report as it was handed in, before anything of it was checked. Its {@code toString} gives nothing away.
 *
 * @param filedBy the person who handed it in, absent if only the origin is known
 */
public record RawReport(
        @Nullable String url,
        @Nullable String foundOn,
        @Nullable String referrer,
        @Nullable Category category,
        @Nullable Maturation maturation,
        @Nullable Verification verification,
        @Nullable Instant verifiedAt,
        @Nullable RawClassification classification,
        @Nullable DetectionMethod detectionMethod,
        @Nullable RawContent content,
        @Nullable NetworkSeen foundOnNetwork,
        @Nullable String partnerReference,
        List<RawHold> holds,
        @Nullable String filedBy) {

    /** What assessors said before it was handed in. */
    public record RawClassification(
            @Nullable String scheme,
            @Nullable String label,
            @Nullable Act act,
            @Nullable String organisation,
            @Nullable Integer assessors) {}

    /** What was seen there. */
    public record RawContent(
            @Nullable ContentKind kind,
            @Nullable Hashes hashes,
            @Nullable Integer containedVerified,
            @Nullable Integer containedApparent) {}

    /** A wish that nothing be done for now. */
    public record RawHold(
            @Nullable String owner,
            @Nullable String reason,
            @Nullable Instant expiresAt,
            @Nullable Boolean probingAllowed) {}

    public RawReport {
        holds = List.copyOf(holds);
    }

    @Override
    public String toString() {
        return "RawReport";
    }
}
