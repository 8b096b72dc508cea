package org.vigie.notice.removal;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.removal.CaseEvent.What;
import org.vigie.notice.removal.ReplyOutcome.Effect;

/**
 * What a provider answered to one notice.
 *
 * @param reference of the notice that was answered, with its sequence
 * @param kind of the notice that was answered
 * @param receivedAt when the answer arrived, not later than {@code recordedAt}
 * @param recordedBy a person's name, or the part of this service that read the answer
 * @param unproven whether nothing proves that the provider said it: it leads to a check or to a person at most
 * @param text the provider's words as far as they were recorded, absent without any
 */
public record Reply(
        UUID replyId,
        UUID noticeId,
        String reference,
        NoticeKind kind,
        Addressee addressee,
        UUID contactId,
        ReplyOutcome outcome,
        Channel channel,
        Instant receivedAt,
        Instant recordedAt,
        String recordedBy,
        boolean unproven,
        @Nullable String text) {

    /** By which way the answer came. */
    public enum Channel {
        EMAIL,
        WEB_FORM,
        /** On our reply page. */
        REPLY_PAGE,
        /** By our interface for answers. */
        API,
        PHONE,
        POST,
        OTHER
    }

    /** What follows from it for a case. */
    public Effect effect() {
        return switch (outcome.effect()) {
            case CHECK -> Effect.CHECK;
            case NONE -> Effect.NONE;
            case TASK -> Effect.TASK;
            case NEW_CHAIN, NEXT_ADDRESSEE, DISPUTE -> unproven ? Effect.TASK : outcome.effect();
        };
    }

    /** Whether it may change what is done about a case: who answers a test or a retraction says nothing of the URL. */
    boolean isAboutTheUrl() {
        return switch (kind) {
            case FIRST, REMINDER, ESCALATION, STAYDOWN, DECISION -> true;
            case RETRACTION, TEST -> false;
        };
    }

    CaseEvent event() {
        return CaseEvent.of(receivedAt, What.REPLIED, outcome)
                .by(recordedBy, text)
                .to(addressee)
                .under(reference);
    }

    /** Whether it is the same answer, whenever it was recorded. */
    public boolean saysTheSameAs(Reply other) {
        return outcome == other.outcome
                && channel == other.channel
                && receivedAt.equals(other.receivedAt)
                && recordedBy.equals(other.recordedBy)
                && unproven == other.unproven
                && Objects.equals(text, other.text);
    }

    /** Leaves the name and the words out. */
    @Override
    public String toString() {
        return "Reply[%s, %s]".formatted(replyId, outcome);
    }
}
