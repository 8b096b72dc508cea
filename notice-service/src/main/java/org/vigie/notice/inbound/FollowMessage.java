package org.vigie.notice.inbound;

import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigie.events.Confidence;
import org.vigie.notice.contact.RecordFeedback;
import org.vigie.notice.inbound.Meaning.Answer;
import org.vigie.notice.inbound.Meaning.AutomaticReply;
import org.vigie.notice.inbound.Meaning.Complaint;
import org.vigie.notice.inbound.Meaning.DeliveryReport;
import org.vigie.notice.inbound.Meaning.Unparsed;
import org.vigie.notice.notice.BounceNotice;
import org.vigie.notice.notice.Notice;
import org.vigie.notice.notice.Notices;
import org.vigie.notice.removal.Reply;
import org.vigie.notice.removal.ReplyOutcome;
import org.vigie.notice.reply.RecordReply;
import org.vigie.notice.reply.RecordReply.Said;
import org.vigie.notice.task.OpenTasks;
import org.vigie.notice.task.TaskKind;

/**
 * What follows from a message for the notice it answers. Whatever can be made up leads to a person, or to a check, at
 * most; nothing ever says that anything was removed. Every step can be repeated.
 */
@Component
class FollowMessage {

    private static final String READER = "mail";
    private static final int LONGEST_TEXT = 4000;

    private final Notices notices;
    private final RecordReply recordReply;
    private final BounceNotice bounce;
    private final RecordFeedback feedback;
    private final OpenTasks tasks;
    private final Clock clock;

    FollowMessage(
            Notices notices,
            RecordReply recordReply,
            BounceNotice bounce,
            RecordFeedback feedback,
            OpenTasks tasks,
            Clock clock) {
        this.notices = notices;
        this.recordReply = recordReply;
        this.bounce = bounce;
        this.feedback = feedback;
        this.tasks = tasks;
        this.clock = clock;
    }

    void follow(Message message) {
        var noticeId = message.noticeId();
        var notice = noticeId == null ? null : notices.find(noticeId).orElse(null);
        if (notice == null || !notice.state().mayHaveArrived()) {
            return;
        }
        switch (message.meaning()) {
            case DeliveryReport report -> reported(message, notice, report);
            case Complaint(var about) -> complained(message, notice, about);
            case AutomaticReply _ -> {}
            case Answer(var outcome, var _) -> answered(message, notice, outcome, message.text());
            case Unparsed _ -> answered(message, notice, ReplyOutcome.UNPARSED, null);
        }
    }

    private void reported(Message message, Notice notice, DeliveryReport report) {
        switch (report.fate()) {
            case DELIVERED, RELAYED, EXPANDED, DELAYED -> {}
            case SOME_MEMBERS, UNKNOWN -> askAPerson(message, notice);
            case HARD_BOUNCE, QUOTA, POLICY, SOFT_BOUNCE -> {
                var isCertain = report.confidence() == Confidence.HIGH && cannotBeMadeUp(message);
                if (!isCertain
                        || !bounce.bounced(
                                notice.noticeId(),
                                status(report.fate()),
                                isTheContacts(notice, report),
                                message.receivedAt())) {
                    askAPerson(message, notice);
                }
            }
        }
    }

    /** A member of a list, or where an address forwards to, says nothing against the address itself. */
    private static boolean isTheContacts(Notice notice, DeliveryReport report) {
        var recipient = notice.letter().recipient().toLowerCase(Locale.ROOT);
        return report.fate() != Fate.SOFT_BOUNCE
                && report.recipients().stream().allMatch(one -> recipient.equals(one.address()));
    }

    /** As contacts' records tell them apart. */
    private static String status(Fate fate) {
        return switch (fate) {
            case HARD_BOUNCE -> "5.1.1";
            case QUOTA -> "5.2.2";
            case POLICY -> "5.7.1";
            case SOFT_BOUNCE, DELIVERED, RELAYED, EXPANDED, DELAYED, SOME_MEMBERS, UNKNOWN -> "5.0.0";
        };
    }

    private void complained(Message message, Notice notice, Complaint.About about) {
        if (about != Complaint.About.ABUSE) {
            return;
        }
        if (cannotBeMadeUp(message)) {
            feedback.complained(notice.contactId(), notice.addressee().providerId(), notice.noticeId());
        }
        askAPerson(message, notice);
    }

    private void answered(Message message, Notice notice, ReplyOutcome outcome, @Nullable String text) {
        var words = text == null || text.isBlank() ? null : text.substring(0, Math.min(text.length(), LONGEST_TEXT));
        var key = message.messageId().toString();
        recordReply.record(
                notice.noticeId(),
                new Said(key, outcome, Reply.Channel.EMAIL, message.receivedAt(), READER, true, words));
    }

    private void askAPerson(Message message, Notice notice) {
        notice.items().stream()
                .map(Notice.Item::caseId)
                .distinct()
                .forEach(caseId ->
                        tasks.open(TaskKind.REPLY, caseId, message.messageId(), notice.noticeId(), clock.instant()));
    }

    private static boolean cannotBeMadeUp(Message message) {
        return message.by() != null && message.by().cannotBeMadeUp();
    }
}
