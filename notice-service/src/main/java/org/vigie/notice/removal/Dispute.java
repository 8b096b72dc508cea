package org.vigie.notice.removal;

import java.time.Instant;
import java.util.UUID;

/**
 * A provider says that a notice is wrong; nothing is sent about the case until a second assessor decides.
 *
 * @param replyId of the answer that began it
 * @param ground one of the {@code DISPUTES_…}
 * @param since when the answer was recorded
 */
public record Dispute(UUID replyId, ReplyOutcome ground, Addressee addressee, Instant since) {}
