package org.vigie.notice.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Category;
import org.vigie.events.ContentKind;
import org.vigie.events.NetworkSeen;
import org.vigie.events.Verification;
import org.vigie.notice.content.ContentUnit.Assessment;
import org.vigie.notice.content.ContentUnit.Hashes;
import org.vigie.notice.removal.Hold;
import org.vigie.notice.removal.Place;

/**
 * What a report says, checked. Its {@code toString} gives nothing away.
 *
 * @param filedBy the person who handed it in, absent if only the origin is known
 */
public record Submission(
        Place place,
        Category category,
        Verification verification,
        @Nullable Instant verifiedAt,
        Assessment assessment,
        ContentKind kind,
        Hashes hashes,
        @Nullable Integer containedVerified,
        @Nullable Integer containedApparent,
        @Nullable NetworkSeen network,
        @Nullable String partnerReference,
        List<Hold> holds,
        @Nullable String filedBy) {

    public Submission {
        holds = List.copyOf(holds);
    }

    /** The same by somebody who cannot assess it. */
    Submission suspectedOnly() {
        return new Submission(
                place,
                category,
                Verification.SUSPECT,
                null,
                assessment,
                kind,
                hashes,
                containedVerified,
                containedApparent,
                network,
                partnerReference,
                holds,
                filedBy);
    }

    /** What is left of it when its case is erased: what it was about, and not where, who or in which words. */
    public Submission erased() {
        return new Submission(
                place.erased(),
                category,
                verification,
                verifiedAt,
                assessment.by(null),
                kind,
                Hashes.NONE,
                containedVerified,
                containedApparent,
                network,
                null,
                List.of(),
                null);
    }

    /** The same content at the same place, of which the other says something else. */
    Submission sayingAs(Submission other) {
        return new Submission(
                place,
                other.category,
                other.verification,
                other.verifiedAt,
                other.assessment,
                kind,
                hashes,
                containedVerified,
                containedApparent,
                network,
                other.partnerReference,
                holds,
                filedBy);
    }

    boolean isVerified() {
        return verification == Verification.VERIFIED;
    }

    @Override
    public String toString() {
        return "Submission[%s, %s, %s]".formatted(place, category, verification);
    }
}
