package org.vigie.notice.removal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Providers say that notices are wrong; nothing is sent about the case until a second assessor decides, once for all of
 * them.
 *
 * @param replyId of the answer that began it
 * @param ground one of the {@code DISPUTES_…}, of that answer
 * @param addressee that gave it
 * @param since when it was recorded
 * @param objections one of each addressee, in the order in which they came
 */
public record Dispute(
        UUID replyId, ReplyOutcome ground, Addressee addressee, Instant since, List<Objection> objections) {

    public Dispute {
        // Absent in what was stored before objections were answered.
        objections = List.copyOf(Objects.requireNonNullElse(objections, List.of()));
    }

    static Dispute begunBy(Reply reply) {
        return new Dispute(
                reply.replyId(), reply.outcome(), reply.addressee(), reply.recordedAt(), List.of(Objection.of(reply)));
    }

    /** Whoever joins it is answered with the others, by the clock that runs. */
    Dispute joinedBy(Reply reply) {
        if (objections.stream().anyMatch(one -> one.addressee().equals(reply.addressee()))) {
            return this;
        }
        var all = new ArrayList<>(objections);
        all.add(Objection.of(reply));
        return new Dispute(replyId, ground, addressee, since, all);
    }
}
