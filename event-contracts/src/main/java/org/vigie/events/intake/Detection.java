package org.vigie.events.intake;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Act;
import org.vigie.events.Amount;
import org.vigie.events.Category;
import org.vigie.events.ContentKind;
import org.vigie.events.DetectionMethod;
import org.vigie.events.Maturation;
import org.vigie.events.Moment;
import org.vigie.events.NetworkSeen;
import org.vigie.events.Passed;
import org.vigie.events.SealedUrl;
import org.vigie.events.Verification;

/**
 * One sighting handed in by an internal producer. Topic {@code detections.v1}, keyed by detection id. A record with a
 * plain URL is refused.
 *
 * @param sealed the {@link Sealed} part, sealed with the public half of the {@code inbound} keyset; associated data:
 *     the record's key
 * @param verifiedAt epoch milliseconds, absent unless verified
 * @param partnerReference the producer's own name for it; never a URL
 */
public record Detection(
        String producer,
        String detectionId,
        SealedUrl sealed,
        Category category,
        @Nullable Maturation maturation,
        Verification verification,
        @Passed @Min(Classification.EARLIEST) @Nullable Long verifiedAt,
        @Nullable Assessment classification,
        @Nullable DetectionMethod detectionMethod,
        @Nullable Content content,
        @Nullable NetworkSeen foundOnNetwork,
        @Nullable String partnerReference,
        List<Hold> holds) {

    public Detection {
        holds = holds == null ? List.of() : List.copyOf(holds);
    }

    /** What only notice-service may read of a detection, as JSON inside the ciphertext. */
    public record Sealed(
            String url,
            @Nullable String foundOn,
            @Nullable String referrer,
            @Nullable Hashes hashes) {

        /** Says nothing of what it holds. */
        @Override
        public String toString() {
            return "Sealed";
        }
    }

    /** Hashes of the content, lower-case hexadecimal except PhotoDNA (Base64); each may be absent. */
    public record Hashes(
            @Nullable String sha256,
            @Nullable String sha1,
            @Nullable String md5,
            @Nullable String photodna,
            @Nullable String pdq) {

        /** Says nothing of what it holds. */
        @Override
        public String toString() {
            return "Hashes";
        }
    }

    /**
     * What assessors said before it was handed in.
     *
     * @param label what the scheme calls it, such as {@code baseline}
     */
    public record Assessment(
            @Nullable String scheme,
            @Nullable String label,
            @Nullable Act act,
            String organisation,
            @Min(1) @Max(1_000_000) int assessors) {}

    /**
     * What was seen there.
     *
     * @param containedVerified how many members of an archive are verified
     * @param containedApparent how many members of an archive look alike
     */
    public record Content(
            ContentKind kind,
            @Amount @Nullable Integer containedVerified,
            @Amount @Nullable Integer containedApparent) {}

    /**
     * Somebody's wish that nothing be done for now.
     *
     * @param expiresAt epoch milliseconds
     */
    public record Hold(String owner, String reason, @Moment long expiresAt, boolean probingAllowed) {}
}
