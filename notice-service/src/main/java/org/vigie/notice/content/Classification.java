package org.vigie.notice.content;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Act;
import org.vigie.events.Category;
import org.vigie.events.Maturation;
import org.vigie.events.Verification;
import org.vigie.notice.content.ContentUnit.Assessment;
import org.vigie.support.validation.Text;

/**
 * An assessor's decision on the content of a case.
 *
 * @param contentId the unit decided on, absent for every unit of the case
 * @param assessor the person who decided, absent if only the organisation is known
 * @param victimIdentified whether it is known who is shown, absent if nothing new is said of it
 */
public record Classification(
        UUID classificationId,
        @Nullable UUID contentId,
        Verification verification,
        @Nullable Category category,
        @Nullable Maturation maturation,
        @Nullable Act act,
        @Text @Nullable String scheme,
        @Text @Nullable String label,
        @Text String organisation,
        @Nullable Integer assessors,
        Instant decidedAt,
        @Text @Nullable String reason,
        @Nullable String assessor,
        @Nullable Boolean victimIdentified) {

    public boolean concerns(ContentUnit unit) {
        return contentId == null || unit.isCalled(contentId);
    }

    boolean isAfter(@Nullable Instant otherAt, @Nullable UUID other) {
        return Verdict.isAfter(decidedAt, classificationId, otherAt, other);
    }

    Verdict appliedTo(Verdict before) {
        return new Verdict(
                verification,
                category == null ? before.category() : category,
                appliedTo(before.assessment()),
                verification == Verification.VERIFIED ? decidedAt : before.verifiedAt(),
                decidedAt,
                classificationId);
    }

    private Assessment appliedTo(Assessment before) {
        return new Assessment(
                maturation == null ? before.maturation() : maturation,
                act == null ? before.act() : act,
                scheme == null ? before.scheme() : scheme,
                label == null ? before.label() : label,
                organisation,
                assessors == null ? before.assessors() : assessors,
                before.method(),
                assessor,
                victimIdentified == null ? before.victimIdentified() : victimIdentified);
    }
}
