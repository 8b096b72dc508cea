package org.vigie.notice.removal;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** What a case wants sent, until a notice takes it or it comes to nothing. */
final class CaseWishes {

    private CaseWishes() {}

    static RemovalCase asked(RemovalCase known, PendingNotice wish) {
        var draft = new CaseDraft(known);
        draft.asked = wish;
        return draft.done();
    }

    static Optional<RemovalCase> takenBy(RemovalCase known, UUID noticeId, UUID itemId) {
        var asked = known.asked();
        if (asked == null || !asked.itemId().equals(itemId)) {
            return Optional.empty();
        }
        if (asked.noticeId() != null) {
            return asked.noticeId().equals(noticeId) ? Optional.of(known) : Optional.empty();
        }
        return Optional.of(asked(known, asked.takenBy(noticeId)));
    }

    static RemovalCase dropped(RemovalCase known, UUID itemId, Instant at) {
        var asked = known.asked();
        if (asked == null || !asked.itemId().equals(itemId)) {
            return known;
        }
        var draft = new CaseDraft(known);
        draft.asked = null;
        draft.lookAgainAt = at;
        return draft.done();
    }

    static RemovalCase repeating(RemovalCase known, List<String> references, int elsewhere) {
        var asked = Objects.requireNonNull(known.asked());
        var draft = new CaseDraft(known);
        draft.asked = asked.repeating(references);
        for (var reference : references) {
            tellOnce(draft, CaseEvent.to(asked.at(), "SIGNALLED_BEFORE", null, asked.addressee(), reference));
        }
        if (elsewhere > 0) {
            tellOnce(draft, CaseEvent.because(asked.at(), "SAME_CONTENT_ELSEWHERE", Integer.toString(elsewhere)));
        }
        return draft.done();
    }

    private static void tellOnce(CaseDraft draft, CaseEvent told) {
        var isTold = draft.story.stream().anyMatch(line -> line.saysTheSameAs(told));
        if (!isTold) {
            draft.tell(told);
        }
    }
}
