package org.vigie.notice.inbound.web;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Confidence;
import org.vigie.notice.inbound.Fate;
import org.vigie.notice.inbound.IdentifiedBy;
import org.vigie.notice.inbound.Mail.Limit;
import org.vigie.notice.inbound.Meaning.Answer;
import org.vigie.notice.inbound.Meaning.AutomaticReply;
import org.vigie.notice.inbound.Meaning.Complaint;
import org.vigie.notice.inbound.Meaning.DeliveryReport;
import org.vigie.notice.inbound.Meaning.Unparsed;
import org.vigie.notice.inbound.Message;
import org.vigie.notice.removal.ReplyOutcome;

/** A message as it is shown. */
record MessageView(
        UUID messageId,
        Kind messageKind,
        Instant receivedAt,
        Instant readAt,
        @Nullable IdentifiedBy namedBy,
        @Nullable Fate fate,
        @Nullable ReplyOutcome outcome,
        Complaint.@Nullable About about,
        @Nullable Confidence readConfidence,
        int attachments,
        boolean media,
        @Nullable Limit limitReached,
        String subject,
        String text) {

    /** What a message is. */
    enum Kind {
        DELIVERY_REPORT,
        COMPLAINT,
        AUTOMATIC_REPLY,
        ANSWER,
        UNPARSED
    }

    static MessageView of(Message message) {
        return switch (message.meaning()) {
            case DeliveryReport(var fate, var _, var confidence) ->
                of(message, Kind.DELIVERY_REPORT, fate, null, null, confidence);
            case Complaint(var about) -> of(message, Kind.COMPLAINT, null, null, about, null);
            case AutomaticReply _ -> of(message, Kind.AUTOMATIC_REPLY, null, null, null, null);
            case Answer(var outcome, var confidence) -> of(message, Kind.ANSWER, null, outcome, null, confidence);
            case Unparsed _ -> of(message, Kind.UNPARSED, null, null, null, null);
        };
    }

    private static MessageView of(
            Message message,
            Kind kind,
            @Nullable Fate fate,
            @Nullable ReplyOutcome outcome,
            Complaint.@Nullable About about,
            @Nullable Confidence confidence) {
        return new MessageView(
                message.messageId(),
                kind,
                message.receivedAt(),
                message.readAt(),
                message.by(),
                fate,
                outcome,
                about,
                confidence,
                message.attachments(),
                message.media(),
                message.limit(),
                message.subject(),
                message.text());
    }
}
