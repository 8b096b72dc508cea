package org.vigie.notice.removal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.removal.CaseEvent.What;

/**
 * A notice that the channel accepted, as far as one case is concerned.
 *
 * @param cycle in which the case asked for it
 * @param contents the units it named
 * @param countedIn the smallest targeting id the whole notice names, which may be another case's
 * @param verifiable whether our own look stood behind it
 */
public record Handover(
        UUID noticeId,
        String reference,
        int sequence,
        int cycle,
        NoticeKind kind,
        Addressee addressee,
        UUID contactId,
        List<UUID> contents,
        UUID countedIn,
        boolean verifiable,
        Instant at) {

    public Handover {
        contents = List.copyOf(contents);
    }

    CaseEvent event(What what) {
        return CaseEvent.of(at, what).to(addressee).under(reference + "/" + sequence);
    }

    /** Whether what it names becomes targeted: a reminder never does that. */
    public boolean targets() {
        return switch (kind) {
            case FIRST, ESCALATION, STAYDOWN -> true;
            case REMINDER, RETRACTION, DECISION, TEST -> false;
        };
    }
}
