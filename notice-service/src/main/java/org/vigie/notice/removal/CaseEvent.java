package org.vigie.notice.removal;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event in a case's timeline.
 *
 * @param who a person, an organisation or a service; absent where it is this service
 * @param why a code or a person's words; absent where it needs none
 */
public record CaseEvent(
        Instant at,
        Kind kind,
        @Nullable String who,
        @Nullable String why,
        @Nullable Addressee addressee,
        @Nullable String reference,
        @Nullable UUID contentId) {

    /** What happens in a case; some are told apart further. */
    public enum What {
        REPORTED,
        REPORT_WITHDRAWN,
        REPORT_CORRECTED,
        /** Whoever reported it took that back, and nobody was told. */
        WITHDRAWN,
        HELD,
        RELEASED,
        CLASSIFIED,
        CLASSIFIED_ELSEWHERE,
        VERIFIED,
        REJECTED,
        ROUTED,
        UNADDRESSABLE,
        CONTENT_MOVED,
        EXHAUSTED,
        SIGNALLED_BEFORE,
        SAME_CONTENT_ELSEWHERE,
        NOTICE_ACCEPTED,
        NOTICE_REFUSED,
        NOTICE_BOUNCED,
        FORM,
        FOUND_ACCEPTED,
        FOUND_LOST,
        REPLIED,
        DISPUTE_DECIDED,
        /** The provider was told that its notice stands. */
        DECISION_ACCEPTED,
        SEEN,
        CANNOT_BE_SEEN,
        OBSERVED,
        GONE_BEFORE_NOTICE,
        REMOVED,
        REAPPEARED,
        STEP_APPROVED,
        ADDRESSEE_CHANGED,
        CLEARED_BY,
        RETRACTION_PROPOSED,
        RETRACTED,
        RETRACTION_ACCEPTED,
        TASK_DONE,
        URL_REVEALED,
        /** Its time was over: where it was, hashes, people's names and words. */
        ERASED,
        /** Stored by a build that knew more; the detail is the whole code. */
        OTHER
    }

    /**
     * What happened.
     *
     * @param detail tells it apart further, such as what content was classified as; absent where nothing does
     */
    public record Kind(What what, @Nullable String detail) {

        /** The code that people and the store are told, such as {@code CLASSIFIED_VERIFIED}. */
        public String code() {
            if (detail == null) {
                return what.name();
            }
            return what == What.OTHER ? detail : what + "_" + detail;
        }

        /** What has the code. */
        public static Kind of(String code) {
            return Arrays.stream(What.values())
                    .filter(one -> code.equals(one.name()) || code.startsWith(one + "_"))
                    .max(Comparator.comparingInt(one -> one.name().length()))
                    .map(what -> new Kind(what, detail(code, what.name().length())))
                    .orElseGet(() -> new Kind(What.OTHER, code));
        }

        private static @Nullable String detail(String code, int after) {
            return code.length() == after ? null : code.substring(after + 1);
        }
    }

    static CaseEvent of(Instant at, What what) {
        return new CaseEvent(at, new Kind(what, null), null, null, null, null, null);
    }

    static CaseEvent of(Instant at, What what, Object detail) {
        return new CaseEvent(at, new Kind(what, detail.toString()), null, null, null, null, null);
    }

    static CaseEvent of(What what, Signed signed) {
        return of(signed.at(), what).by(signed);
    }

    /** Who placed the hold, and for whom. */
    static CaseEvent held(Hold hold, @Nullable String by) {
        return of(hold.placedAt(), What.HELD).by(by, "%s: %s".formatted(hold.owner(), hold.reason()));
    }

    CaseEvent by(Signed signed) {
        return by(signed.who(), signed.why());
    }

    CaseEvent by(@Nullable String person, @Nullable String reason) {
        return new CaseEvent(at, kind, person, reason, addressee, reference, contentId);
    }

    CaseEvent because(@Nullable String reason) {
        return by(who, reason);
    }

    CaseEvent to(Addressee whom) {
        return new CaseEvent(at, kind, who, why, whom, reference, contentId);
    }

    CaseEvent under(@Nullable String number) {
        return new CaseEvent(at, kind, who, why, addressee, number, contentId);
    }

    CaseEvent about(@Nullable UUID content) {
        return new CaseEvent(at, kind, who, why, addressee, reference, content);
    }

    /** Whether it says the same, whenever that was. */
    boolean saysTheSameAs(CaseEvent other) {
        return kind.equals(other.kind)
                && Objects.equals(why, other.why)
                && Objects.equals(addressee, other.addressee)
                && Objects.equals(reference, other.reference);
    }
}
