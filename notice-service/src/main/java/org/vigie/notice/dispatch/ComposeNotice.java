package org.vigie.notice.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.vigie.notice.composition.AwaitChecks;
import org.vigie.notice.composition.Gathering;
import org.vigie.notice.composition.Gathering.Wish;
import org.vigie.notice.composition.Gatherings;
import org.vigie.notice.composition.NoticeHeader;
import org.vigie.notice.composition.NoticeItems;
import org.vigie.notice.composition.NoticeQueues;
import org.vigie.notice.delivery.SendingRules;
import org.vigie.notice.escalation.NoticeRules;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.message.NoticeReference;
import org.vigie.notice.message.UnsafeNotice;
import org.vigie.notice.reference.ReferenceNumbers;
import org.vigie.notice.removal.ContactedAddressee;
import org.vigie.support.work.Optimistic;

/** Makes a notice of what was gathered: each wish goes into one notice and no other, whatever crashes in between. */
@Service
public class ComposeNotice {

    private static final Logger LOG = LoggerFactory.getLogger(ComposeNotice.class);

    private static final Duration UNTIL_A_LOOK = Duration.ofHours(6);

    private final Gatherings gatherings;
    private final Notices notices;
    private final NoticeItems items;
    private final AwaitChecks looks;
    private final WriteNotice letters;
    private final TellCases tellCases;
    private final ReferenceNumbers references;
    private final NoticeQueues queues;
    private final NoticeRules rules;
    private final SendingRules sending;
    private final MissingSettings settings;
    private final Clock clock;

    ComposeNotice(
            Gatherings gatherings,
            Notices notices,
            NoticeItems items,
            AwaitChecks looks,
            WriteNotice letters,
            TellCases tellCases,
            ReferenceNumbers references,
            NoticeQueues queues,
            NoticeRules rules,
            SendingRules sending,
            MissingSettings settings,
            Clock clock) {
        this.gatherings = gatherings;
        this.notices = notices;
        this.items = items;
        this.looks = looks;
        this.letters = letters;
        this.tellCases = tellCases;
        this.references = references;
        this.queues = queues;
        this.rules = rules;
        this.sending = sending;
        this.settings = settings;
        this.clock = clock;
    }

    /** Makes the notice, unless nothing waits any more, looks are waited for or no setting says who sends it. */
    public void compose(String key) {
        var gathering = gatherings.find(key).orElseThrow();
        if (gathering.wishes().isEmpty()) {
            return;
        }
        if (!sending.enabled()) {
            settings.ask(gathering.wishes().getFirst().caseId());
            return;
        }
        var made = notices.find(gathering.noticeId());
        if (made.isPresent()) {
            // A crash came after the notice was stored: what it says was seen to, the rest was not.
            finish(gathering, wishes(made.get()));
            return;
        }
        var now = clock.instant();
        var glance = looks.until(gathering, now);
        var ready = glance.isPresent() ? List.<Wish>of() : looks.ready(gathering, now);
        if (!ready.isEmpty()) {
            make(gathering, ready);
            finish(gathering, ready);
        } else if (glance.isPresent()) {
            queues.compose(key, glance.get());
        } else {
            postpone(key, now.plus(UNTIL_A_LOOK));
        }
    }

    private void make(Gathering gathering, List<Wish> ready) {
        var noticeId = gathering.noticeId();
        var taken = ready.stream()
                .flatMap(wish -> items.take(noticeId, wish).stream())
                .toList();
        var together = items.together(noticeId, gathering.addressee(), gathering.contactId(), taken);
        if (!together.isEmpty()) {
            write(gathering, noticeId, together);
        }
    }

    private void finish(Gathering gathering, List<Wish> seenTo) {
        close(gathering.key(), gathering.serial(), seenTo);
        seenTo.forEach(items::gatherAgain);
        queues.send(gathering.noticeId(), clock.instant());
    }

    /** None of a digest's looks came: it is tried again, and nothing is lost. */
    private void postpone(String key, Instant again) {
        var open = gatherings.find(key).orElseThrow();
        if (gatherings.save(open.postponed(again))) {
            queues.compose(key, again);
        } else {
            queues.compose(key, clock.instant());
        }
    }

    private static List<Wish> wishes(Notice made) {
        return made.items().stream()
                .map(item -> new Wish(item.caseId(), item.itemId()))
                .toList();
    }

    private void close(String key, int serial, List<Wish> seenTo) {
        var left = Optimistic.change(() -> {
            var open = gatherings.find(key).orElseThrow();
            var closed = open.taken(seenTo, clock.instant(), rules);
            return open.serial() != serial || gatherings.save(closed) ? Optional.of(closed) : Optional.empty();
        });
        if (left.due() != null) {
            queues.compose(key, left.due());
        }
    }

    private void write(Gathering gathering, UUID noticeId, List<NoticeItems.Current> together) {
        try {
            add(gathering, noticeId, together);
        } catch (UnsafeNotice e) {
            LOG.atError()
                    .addKeyValue("contactId", gathering.contactId())
                    .addKeyValue("field", e.field())
                    .log("notice cannot be written; its cases go on without this contact");
            tellCases.unwritable(
                    noticeId,
                    gathering.addressee(),
                    gathering.contactId(),
                    together.stream().map(NoticeItems.Current::item).toList());
        }
    }

    private void add(Gathering gathering, UUID noticeId, List<NoticeItems.Current> taken) {
        var now = clock.instant();
        var header = new NoticeHeader(
                noticeId,
                reference(gathering, taken),
                gathering.kind(),
                gathering.addressee(),
                gathering.contactId(),
                now);
        var items = taken.stream().map(NoticeItems.Current::item).toList();
        if (notices.add(Notice.written(header, items, letters.write(header, taken)))) {
            LOG.atInfo()
                    .addKeyValue("noticeId", noticeId)
                    .addKeyValue("noticeRef", header.reference())
                    .addKeyValue("providerId", gathering.addressee().providerId())
                    .addKeyValue("kind", gathering.kind())
                    .addKeyValue("items", taken.size())
                    .log("notice written");
        }
    }

    /** A reminder carries on the reference of the first notice, where all it names share one. */
    private NoticeReference reference(Gathering gathering, List<NoticeItems.Current> taken) {
        var earlier = new HashSet<String>();
        for (var current : taken) {
            earlier.add(current.known()
                    .pursuit()
                    .contacted(gathering.addressee())
                    .map(ContactedAddressee::reference)
                    .orElse(""));
        }
        if (gathering.kind() == NoticeKind.REMINDER && earlier.size() == 1 && !earlier.contains("")) {
            var number = earlier.iterator().next();
            return new NoticeReference(number, references.nextSequence(number));
        }
        return new NoticeReference(references.next("RN", clock.instant()), 1);
    }
}
