package org.vigie.notice.message;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Act;
import org.vigie.events.Category;
import org.vigie.events.ContentKind;
import org.vigie.events.DetectionMethod;
import org.vigie.events.Maturation;

/**
 * A content unit as a notice names it: never a description of what is shown.
 *
 * @param detectionMethod how it was recognised
 * @param verifiedAt when it was classified, absent if not known
 * @param classification what the assessor said beyond category and stage, absent if nothing
 * @param sha256 hex digits, absent if not known; so are the others
 * @param containedVerified members of an archive that are verified, absent for media or if not counted
 * @param containedApparent members of an archive that look alike, absent likewise
 */
public record NamedContent(
        UUID contentId,
        ContentKind kind,
        Category category,
        Maturation maturation,
        Act act,
        DetectionMethod detectionMethod,
        @Nullable Instant verifiedAt,
        @Nullable Classification classification,
        @Nullable String sha256,
        @Nullable String sha1,
        @Nullable String md5,
        @Nullable Integer containedVerified,
        @Nullable Integer containedApparent) {

    /**
     * An assessor's words.
     *
     * @param scheme such as {@code interpol}, absent if not given
     * @param label the scheme's own label, absent if not given
     * @param organisation whose assessors they were, absent if not given
     * @param assessors how many looked at it, absent if not given
     */
    public record Classification(
            @Nullable String scheme,
            @Nullable String label,
            @Nullable String organisation,
            @Nullable Integer assessors) {}

    /** Leaves the hashes out. */
    @Override
    public String toString() {
        return "NamedContent[%s, %s]".formatted(contentId, category);
    }
}
