package org.vigie.notice.desk.web;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Confidence;
import org.vigie.notice.inbound.Fate;
import org.vigie.notice.inbound.Meaning;
import org.vigie.notice.inbound.Message;
import org.vigie.notice.inbound.Reading;
import org.vigie.notice.message.DefangedText;
import org.vigie.notice.removal.ReplyOutcome;
import org.vigie.support.Person;

/**
 * A message that came by mail, as a page shows it: text only, every URL in it defanged.
 *
 * @param noticeId the notice that it answers, absent if it answers none of ours
 * @param fate what it says became of the notice, absent unless it is a delivery report
 * @param outcome what it answers, absent unless it is an answer
 * @param confidence how sure the reading is, absent where there is nothing to be sure of
 * @param readBy the person whose reading counts, absent if nobody read it
 */
record MessageRow(
        UUID messageId,
        Instant receivedAt,
        @Nullable UUID noticeId,
        Meaning.Kind kind,
        @Nullable Fate fate,
        @Nullable ReplyOutcome outcome,
        @Nullable Confidence confidence,
        boolean waits,
        boolean signed,
        int attachments,
        boolean media,
        boolean cut,
        String subject,
        String text,
        @Nullable String readBy,
        @Nullable String why) {

    static MessageRow of(Message message) {
        var is = message.is();
        var reading = message.reading();
        return new MessageRow(
                message.messageId(),
                message.receivedAt(),
                message.answers(),
                is.kind(),
                is instanceof Meaning.DeliveryReport report ? report.fate() : null,
                is instanceof Meaning.Answer answer ? answer.outcome() : null,
                confidence(is),
                message.waits(),
                message.signed(),
                message.attachments(),
                message.media(),
                message.limit() != null,
                DefangedText.of(message.subject()),
                DefangedText.of(message.text()),
                reading == null ? null : reader(reading),
                reading == null ? null : DefangedText.of(reading.reason()));
    }

    private static @Nullable Confidence confidence(Meaning is) {
        return switch (is) {
            case Meaning.DeliveryReport report -> report.confidence();
            case Meaning.Answer answer -> answer.confidence();
            case Meaning.Complaint _, Meaning.AutomaticReply _, Meaning.Unparsed _ -> null;
        };
    }

    private static String reader(Reading reading) {
        return Person.read(reading.by()).name();
    }
}
