package org.vigie.notice.composition;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.vigie.notice.composition.Gathering.Wish;
import org.vigie.notice.escalation.NoticeRules;
import org.vigie.notice.escalation.OutgoingNotices;
import org.vigie.notice.removal.CaseStage;
import org.vigie.notice.removal.PendingNotice;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.support.work.Optimistic;

/**
 * Lets wishes to one contact about one host wait for each other: first notices shortly, reminders for a day's digest. A
 * contact that was vetted never to forward a notice may read of several hosts at once.
 */
@Service
public class GatherNotices implements OutgoingNotices {

    private static final Duration FIRST_NOTICE_WITHIN = Duration.ofMinutes(1);

    private final Gatherings gatherings;
    private final KnownContacts contacts;
    private final NoticeQueues queues;
    private final NoticeRules rules;
    private final Clock clock;

    GatherNotices(Gatherings gatherings, KnownContacts contacts, NoticeQueues queues, NoticeRules rules, Clock clock) {
        this.gatherings = gatherings;
        this.contacts = contacts;
        this.queues = queues;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public void gather(RemovalCase known, PendingNotice asked) {
        var key = key(known, asked);
        var wish = new Wish(known.caseId(), asked.itemId());
        var gathered = Optimistic.move(
                () -> gatherings
                        .find(key)
                        .orElseGet(() -> Gathering.opened(key, asked.addressee(), asked.contactId(), asked.kind())),
                before -> before.with(wish, due(before, known, asked)),
                gatherings::save);
        queues.compose(key, gathered.due() == null ? clock.instant() : gathered.due());
    }

    /** A first notice leaves within its minute; what missed it, because its look came late, travels with the next. */
    private Instant due(Gathering before, RemovalCase known, PendingNotice asked) {
        return known.stage() instanceof CaseStage.Routed(var routedAt)
                        && asked.at().isBefore(routedAt.plus(FIRST_NOTICE_WITHIN))
                ? Gathering.soon(asked.at(), rules)
                : before.nextDue(asked.at(), clock.instant(), rules);
    }

    @Override
    public void reconsider(UUID noticeId) {
        queues.send(noticeId, clock.instant());
    }

    /** The gathering of the key, which is there. */
    public Gathering find(String key) {
        return gatherings.find(key).orElseThrow();
    }

    /** The gathering in which the wish would wait. */
    public Optional<Gathering> of(RemovalCase known, PendingNotice wish) {
        return gatherings.find(key(known, wish));
    }

    /** What was seen to waits no more; what came in meanwhile waits for the next notice. */
    public void close(Gathering made, List<Wish> seenTo) {
        var left = closed(made, made, seenTo)
                .orElseGet(() -> Optimistic.change(() -> closed(find(made.key()), made, seenTo)));
        if (left.due() != null) {
            later(made.key(), left.due());
        }
    }

    private Optional<Gathering> closed(Gathering open, Gathering made, List<Wish> seenTo) {
        var closed = open.taken(seenTo, clock.instant(), rules);
        return open.serial() != made.serial() ? Optional.of(closed) : gatherings.save(closed);
    }

    /** None of a digest's checks came: it is tried again, and nothing is lost. */
    public void postpone(String key, Instant again) {
        later(key, gatherings.save(find(key).postponed(again)).isPresent() ? again : clock.instant());
    }

    /** A notice is made of it at the instant. */
    public void later(String key, Instant due) {
        queues.compose(key, due);
    }

    /** Under which key the wish is gathered. */
    public String key(RemovalCase known, PendingNotice asked) {
        var several = contacts.mayReadSeveralHosts(asked.addressee().providerId(), asked.contactId());
        return Gathering.key(
                asked.contactId(), several ? null : known.tokens().host(), asked.addressee(), asked.kind());
    }
}
