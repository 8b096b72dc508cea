package org.vigie.notice.notice;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.notice.Gathering.Wish;
import org.vigie.notice.removal.Asked;
import org.vigie.notice.removal.NoticeRules;
import org.vigie.notice.removal.OutgoingNotices;
import org.vigie.notice.removal.RemovalCase;

/**
 * Lets wishes to one contact about one host wait for each other: first notices shortly, reminders for a day's digest.
 */
@Service
class GatherNotices implements OutgoingNotices {

    private final Gatherings gatherings;
    private final NoticeQueues queues;
    private final NoticeRules rules;
    private final Clock clock;

    GatherNotices(Gatherings gatherings, NoticeQueues queues, NoticeRules rules, Clock clock) {
        this.gatherings = gatherings;
        this.queues = queues;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public void gather(RemovalCase known, Asked asked) {
        var key = "%s/%s/%s/%s"
                .formatted(
                        asked.contactId(),
                        known.tokens().host(),
                        asked.addressee().role(),
                        asked.kind());
        var wish = new Wish(known.caseId(), asked.itemId());
        while (true) {
            var before = gatherings
                    .find(key)
                    .orElseGet(() -> Gathering.opened(key, asked.addressee(), asked.contactId(), asked.kind()));
            var after = before.with(wish, due(before, asked.at()));
            if (after.equals(before) || gatherings.save(after)) {
                queues.compose(key, after.due() == null ? clock.instant() : after.due());
                return;
            }
        }
    }

    @Override
    public void reconsider(UUID noticeId) {
        queues.send(noticeId, clock.instant());
    }

    private Instant due(Gathering gathering, Instant askedAt) {
        var soon = askedAt.plus(rules.gather());
        if (gathering.kind() != NoticeKind.REMINDER || gathering.lastAt() == null) {
            return soon;
        }
        var nextDigest = gathering.lastAt().plus(rules.remindEvery());
        return nextDigest.isAfter(soon) ? nextDigest : soon;
    }
}
