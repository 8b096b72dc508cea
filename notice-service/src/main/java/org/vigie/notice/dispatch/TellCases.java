package org.vigie.notice.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.vigie.notice.composition.Item;
import org.vigie.notice.contact.RecordFeedback;
import org.vigie.notice.dispatch.NoticeState.Claimed;
import org.vigie.notice.dispatch.NoticeState.Failed;
import org.vigie.notice.dispatch.NoticeState.HandedOver;
import org.vigie.notice.dispatch.NoticeState.Pending;
import org.vigie.notice.dispatch.NoticeState.Sent;
import org.vigie.notice.dispatch.NoticeState.Uncertain;
import org.vigie.notice.dispatch.NoticeState.Unresolved;
import org.vigie.notice.dispatch.NoticeState.Withdrawn;
import org.vigie.notice.escalation.AdvanceCase;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.removal.Addressee;
import org.vigie.notice.removal.CaseQueue;
import org.vigie.notice.removal.ChangeCase;
import org.vigie.notice.removal.Handover;
import org.vigie.notice.removal.Refused;
import org.vigie.notice.removal.Targeting;
import org.vigie.notice.task.OpenTasks;
import org.vigie.notice.task.TaskKind;

/** Tells the cases a notice names, and the contact's record, what became of it. Idempotent. */
@Component
class TellCases {

    private static final Logger LOG = LoggerFactory.getLogger(TellCases.class);

    private final Notices notices;
    private final ChangeCase changeCase;
    private final AdvanceCase advance;
    private final CaseQueue queue;
    private final RecordFeedback feedback;
    private final OpenTasks tasks;
    private final Clock clock;

    TellCases(
            Notices notices,
            ChangeCase changeCase,
            AdvanceCase advance,
            CaseQueue queue,
            RecordFeedback feedback,
            OpenTasks tasks,
            Clock clock) {
        this.notices = notices;
        this.changeCase = changeCase;
        this.advance = advance;
        this.queue = queue;
        this.feedback = feedback;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** Has them told, and answers with the notice as it is stored then; empty if someone stored another version. */
    Optional<Notice> tell(Notice notice) {
        return switch (notice.state()) {
            case Sent sent
            when !sent.told() -> {
                accepted(notice, sent.at());
                yield notices.saveState(notice.moved(sent, Sent::withCasesTold));
            }
            case Failed failed
            when !failed.told() -> {
                refused(notice, failed);
                yield notices.saveState(notice.moved(failed, Failed::withCasesTold));
            }
            case Unresolved(var since) -> {
                notice.items()
                        .forEach(item -> tasks.open(
                                TaskKind.UNCERTAIN_SEND, item.caseId(), notice.noticeId(), notice.noticeId(), since));
                yield Optional.of(notice);
            }
            case Pending _, Claimed _, HandedOver _, Uncertain _, Sent _, Failed _, Withdrawn _ -> Optional.of(notice);
        };
    }

    /** A test that was accepted proves little: its contact works when somebody there answers. */
    private void accepted(Notice notice, Instant at) {
        if (notice.kind() == NoticeKind.TEST) {
            return;
        }
        var countedIn = smallestTargeting(notice);
        for (var item : notice.items()) {
            var handover = new Handover(
                    notice.noticeId(),
                    notice.reference().number(),
                    notice.reference().sequence(),
                    item.cycle(),
                    notice.kind(),
                    notice.addressee(),
                    notice.contactId(),
                    item.contents(),
                    countedIn,
                    item.verifiable(),
                    at);
            advance.advance(item.caseId(), known -> known.byNotices().accepted(handover));
            LOG.atInfo()
                    .addKeyValue("caseId", item.caseId())
                    .addKeyValue("noticeId", notice.noticeId())
                    .addKeyValue("providerId", notice.addressee().providerId())
                    .log("notice handed over");
        }
        feedback.accepted(notice.contactId(), notice.addressee().providerId(), notice.noticeId(), at);
    }

    private void refused(Notice notice, Failed failed) {
        for (var item : notice.items()) {
            var countedIn = smallestTargeting(notice);
            var refusal = Refused.byContact(item.cycle(), notice.addressee(), notice.contactId(), notice.noticeId());
            changeCase.change(
                    item.caseId(),
                    known -> known.byNotices().refused(refusal, countedIn, failed.status(), failed.at()));
            queue.lookAt(item.caseId(), clock.instant());
        }
        leftToAPerson(notice.kind(), notice.noticeId(), notice.noticeId(), notice.items());
        feedback.refused(
                notice.contactId(), notice.addressee().providerId(), notice.noticeId(), failed.status(), failed.at());
    }

    /** The relay said not now. */
    void deferred(Notice notice) {
        var attempt = notice.noticeId() + "/" + notice.attempts().size();
        feedback.deferred(notice.contactId(), notice.addressee().providerId(), attempt);
    }

    /** The relay had accepted it, and it was not delivered: it never reached those it was for. */
    void bounced(Notice notice, String status, Instant at) {
        for (var item : notice.items()) {
            var refusal = Refused.byContact(item.cycle(), notice.addressee(), notice.contactId(), notice.noticeId());
            changeCase.change(
                    item.caseId(), known -> known.byNotices().bounced(refusal, smallestTargeting(notice), status, at));
            queue.lookAt(item.caseId(), clock.instant());
        }
    }

    /** A notice that cannot be written never will be: each case looks for somebody else, or asks a person. */
    void unwritable(UUID noticeId, NoticeKind kind, Addressee addressee, UUID contactId, List<Item> items) {
        var now = clock.instant();
        for (var item : items) {
            var refusal = Refused.unwritable(item.cycle(), addressee, contactId, noticeId);
            changeCase.change(item.caseId(), known -> known.byNotices().refused(refusal, null, "NOT_WRITABLE", now));
            queue.lookAt(item.caseId(), now);
        }
        leftToAPerson(kind, noticeId, null, items);
    }

    /** Who disputed a notice is owed an answer, by whatever way. */
    private void leftToAPerson(NoticeKind kind, UUID occasion, @Nullable UUID noticeId, List<Item> items) {
        if (kind == NoticeKind.DECISION) {
            items.forEach(item -> tasks.open(TaskKind.REPLY, item.caseId(), occasion, noticeId, clock.instant()));
        }
    }

    /** Each notice counts in exactly one targeting. */
    private static UUID smallestTargeting(Notice notice) {
        return notice.items().stream()
                .flatMap(item -> item.contents().stream()
                        .map(contentId -> Targeting.idOf(item.caseId(), contentId, item.cycle(), notice.addressee())))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }
}
