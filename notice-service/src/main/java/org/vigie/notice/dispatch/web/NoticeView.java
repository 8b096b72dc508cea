package org.vigie.notice.dispatch.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Role;
import org.vigie.notice.composition.Item;
import org.vigie.notice.dispatch.Attempt;
import org.vigie.notice.dispatch.Notice;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.message.OnScreen;
import org.vigie.notice.oversight.WaitsFor;

/**
 * A notice as an operator sees it.
 *
 * @param due when it is taken up next, absent if never
 * @param waitsFor absent if it is over or being sent
 * @param waitsUntil absent if only somebody else can say
 * @param message what it says, absent in lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record NoticeView(
        UUID noticeId,
        String reference,
        NoticeKind kind,
        UUID providerId,
        Role role,
        UUID contactId,
        Instant createdAt,
        String state,
        @Nullable Instant due,
        @Nullable String waitsFor,
        @Nullable Instant waitsUntil,
        List<Attempt> attempts,
        List<UUID> caseIds,
        @Nullable OnScreen message) {

    static NoticeView of(Notice notice, @Nullable WaitsFor waits, @Nullable OnScreen message) {
        return new NoticeView(
                notice.noticeId(),
                notice.reference().toString(),
                notice.kind(),
                notice.addressee().providerId(),
                notice.addressee().role(),
                notice.contactId(),
                notice.createdAt(),
                notice.state().name().name(),
                notice.state().due().orElse(null),
                waits == null ? null : waits.code(),
                waits == null ? null : waits.until(),
                notice.attempts(),
                notice.items().stream().map(Item::caseId).toList(),
                message);
    }
}
