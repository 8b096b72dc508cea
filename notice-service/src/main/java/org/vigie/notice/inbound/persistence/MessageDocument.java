package org.vigie.notice.inbound.persistence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;
import org.vigie.events.SealedUrl;
import org.vigie.notice.inbound.IdentifiedBy;
import org.vigie.notice.inbound.Mail.Limit;
import org.vigie.notice.inbound.Meaning;
import org.vigie.notice.inbound.Meaning.DeliveryReport;
import org.vigie.notice.inbound.Meaning.Recipient;
import org.vigie.notice.inbound.Message;
import org.vigie.support.events.EventJson;
import org.vigie.support.seal.Seal;

/**
 * A message as it is stored.
 *
 * @param noticeId the notice that it answers, as a person says if one did
 * @param signed absent of what was stored before signatures were verified
 * @param waits absent, as is {@code is}, of what was stored before mail that answers nothing was listed
 */
@Document("messages")
record MessageDocument(
        @Id String id,
        Instant receivedAt,
        Instant readAt,
        @Nullable UUID noticeId,
        @Nullable IdentifiedBy by,
        @Nullable Boolean signed,
        MeaningDocument meaning,
        int attachments,
        boolean media,
        @Nullable Limit limit,
        SealedUrl words,
        @Nullable Boolean waits,
        Meaning.@Nullable Kind is,
        @Nullable ReadingDocument reading) {

    /** What was written, and addresses, sealed for this document. */
    record Words(String subject, String text, List<Recipient> recipients) {
        Words {
            recipients = List.copyOf(recipients);
        }
    }

    static MessageDocument of(Message message, Seal store) {
        var id = message.messageId().toString();
        var recipients =
                message.meaning() instanceof DeliveryReport report ? report.recipients() : List.<Recipient>of();
        var words = new Words(message.subject(), message.text(), recipients);
        return new MessageDocument(
                id,
                message.receivedAt(),
                message.readAt(),
                message.answers(),
                message.by(),
                message.signed(),
                MeaningDocument.of(message.meaning()),
                message.attachments(),
                message.media(),
                message.limit(),
                store.seal(EventJson.MAPPER.writeValueAsString(words), id),
                message.waits(),
                message.is().kind(),
                ReadingDocument.of(message, store));
    }

    Message toDomain(Seal store) {
        var said = EventJson.MAPPER.readValue(store.open(words, id), Words.class);
        return new Message(
                UUID.fromString(id),
                receivedAt,
                readAt,
                reading == null ? noticeId : reading.before(),
                by,
                Boolean.TRUE.equals(signed),
                meaning.toDomain(said.recipients()),
                attachments,
                media,
                limit,
                said.subject(),
                said.text(),
                reading == null ? null : reading.toDomain(id, noticeId, store));
    }
}
