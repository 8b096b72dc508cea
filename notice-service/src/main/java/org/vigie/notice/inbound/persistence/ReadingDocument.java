package org.vigie.notice.inbound.persistence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.SealedUrl;
import org.vigie.notice.inbound.Message;
import org.vigie.notice.inbound.Reading;
import org.vigie.support.events.EventJson;
import org.vigie.support.seal.Seal;

/**
 * What a person read in a message, as it is stored.
 *
 * @param before the notice that it seemed to answer first, absent if none
 */
record ReadingDocument(@Nullable UUID before, MeaningDocument meaning, Instant at, SealedUrl words) {

    /** The person and the person's words, sealed for the message's document. */
    record Words(String by, String reason) {}

    static @Nullable ReadingDocument of(Message message, Seal store) {
        var reading = message.reading();
        if (reading == null) {
            return null;
        }
        var words = EventJson.MAPPER.writeValueAsString(new Words(reading.by(), reading.reason()));
        return new ReadingDocument(
                message.noticeId(),
                MeaningDocument.of(reading.meaning()),
                reading.at(),
                store.seal(words, message.messageId().toString()));
    }

    Reading toDomain(String messageId, @Nullable UUID noticeId, Seal store) {
        var said = EventJson.MAPPER.readValue(store.open(words, messageId), Words.class);
        return new Reading(noticeId, meaning.toDomain(List.of()), said.by(), said.reason(), at);
    }
}
