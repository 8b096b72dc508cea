package org.vigie.notice.webhook.http;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.report.Followed.Step;
import org.vigie.notice.webhook.Message;
import org.vigie.support.events.EventJson;

/**
 * A message as it is sent.
 *
 * @param timestamp when what it tells was noted
 */
record Body(String type, Instant timestamp, Data data) {

    /** All absent in a test. */
    record Data(
            @Nullable UUID reportId,
            @Nullable String partnerReference,
            @Nullable Step step) {}

    static String of(Message message) {
        return EventJson.MAPPER.writeValueAsString(new Body(
                message.type().word(),
                message.at(),
                new Data(message.reportId(), message.partnerReference(), message.step())));
    }
}
