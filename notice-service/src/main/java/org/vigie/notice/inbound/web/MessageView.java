package org.vigie.notice.inbound.web;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Confidence;
import org.vigie.notice.inbound.Fate;
import org.vigie.notice.inbound.IdentifiedBy;
import org.vigie.notice.inbound.Mail.Limit;
import org.vigie.notice.inbound.Meaning;
import org.vigie.notice.inbound.Meaning.Answer;
import org.vigie.notice.inbound.Meaning.AutomaticReply;
import org.vigie.notice.inbound.Meaning.Complaint;
import org.vigie.notice.inbound.Meaning.DeliveryReport;
import org.vigie.notice.inbound.Meaning.Unparsed;
import org.vigie.notice.inbound.Message;
import org.vigie.notice.inbound.Reading;
import org.vigie.notice.removal.ReplyOutcome;

/** A message as it is shown: what counts now, and who said so if it was a person. */
record MessageView(
        UUID messageId,
        Meaning.Kind messageKind,
        @Nullable UUID noticeId,
        Instant receivedAt,
        Instant readAt,
        boolean waiting,
        @Nullable IdentifiedBy namedBy,
        boolean signed,
        @Nullable Fate fate,
        @Nullable ReplyOutcome outcome,
        Complaint.@Nullable About about,
        @Nullable Confidence readConfidence,
        @Nullable ReadingView corrected,
        int attachments,
        boolean media,
        @Nullable Limit limitReached,
        String subject,
        String text) {

    /** That a person read it, and what had been read in it before. */
    record ReadingView(
            Meaning.Kind insteadOf, @Nullable UUID insteadOfNotice, String recordedBy, String reason, Instant at) {

        static ReadingView of(Message message, Reading reading) {
            return new ReadingView(
                    message.meaning().kind(), message.noticeId(), reading.by(), reading.reason(), reading.at());
        }
    }

    /** What was read, apart. */
    private record Parts(
            @Nullable Fate fate,
            @Nullable ReplyOutcome outcome,
            Complaint.@Nullable About about,
            @Nullable Confidence confidence) {

        static Parts of(Meaning meaning) {
            return switch (meaning) {
                case DeliveryReport(var fate, var _, var confidence) -> new Parts(fate, null, null, confidence);
                case Complaint(var about) -> new Parts(null, null, about, null);
                case Answer(var outcome, var confidence) -> new Parts(null, outcome, null, confidence);
                case AutomaticReply _, Unparsed _ -> new Parts(null, null, null, null);
            };
        }
    }

    static MessageView of(Message message) {
        var parts = Parts.of(message.is());
        var reading = message.reading();
        return new MessageView(
                message.messageId(),
                message.is().kind(),
                message.answers(),
                message.receivedAt(),
                message.readAt(),
                message.waits(),
                reading == null ? message.by() : null,
                message.signed(),
                parts.fate(),
                parts.outcome(),
                parts.about(),
                parts.confidence(),
                reading == null ? null : ReadingView.of(message, reading),
                message.attachments(),
                message.media(),
                message.limit(),
                message.subject(),
                message.text());
    }
}
