package org.vigie.notice.inbound;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigie.events.Confidence;
import org.vigie.notice.dispatch.BounceNotice;
import org.vigie.notice.dispatch.Notice;
import org.vigie.notice.dispatch.Notices;
import org.vigie.notice.inbound.Meaning.Answer;
import org.vigie.notice.inbound.Meaning.AutomaticReply;
import org.vigie.notice.inbound.Meaning.Complaint;
import org.vigie.notice.inbound.Meaning.DeliveryReport;
import org.vigie.notice.inbound.Meaning.Unparsed;
import org.vigie.notice.removal.Reply;
import org.vigie.notice.removal.ReplyOutcome;
import org.vigie.notice.reply.RecordComplaint;
import org.vigie.notice.reply.RecordReply;
import org.vigie.notice.reply.RecordReply.Said;
import org.vigie.support.validation.InvalidField;

/**
 * What follows from a message for the notice it answers. Whatever can be made up leads to a person, or to a check, at
 * most; what a person read in it is that person's word. Nothing ever says that anything was removed. Every step can be
 * repeated.
 */
@Component
class FollowMessage {

    private static final String READER = "mail";
    private static final int LONGEST_TEXT = 4000;

    private final Notices notices;
    private final RecordReply recordReply;
    private final BounceNotice bounce;
    private final RecordComplaint complaint;
    private final MailTasks tasks;
    private final TokenInMail token;

    FollowMessage(
            Notices notices,
            RecordReply recordReply,
            BounceNotice bounce,
            RecordComplaint complaint,
            MailTasks tasks,
            TokenInMail token) {
        this.notices = notices;
        this.recordReply = recordReply;
        this.bounce = bounce;
        this.complaint = complaint;
        this.tasks = tasks;
        this.token = token;
    }

    /** Answers with the notice that it is about, empty if there is none or nobody can have got it. */
    Optional<Notice> follow(Message message) {
        if (message.waits()) {
            tasks.askWhatItIs();
        }
        var about = Optional.ofNullable(message.answers())
                .flatMap(notices::find)
                .filter(notice -> notice.state().mayHaveArrived());
        about.ifPresent(notice -> follow(message, notice));
        return about;
    }

    private void follow(Message message, Notice notice) {
        switch (message.is()) {
            case DeliveryReport report -> reported(message, notice, report);
            case Complaint(var about) -> complained(message, notice, about);
            case AutomaticReply _ -> {}
            case Answer(var outcome, var _) -> answered(message, notice, outcome, message.text());
            case Unparsed _ -> nobodyKnows(message, notice);
        }
    }

    /**
     * A person may name it.
     *
     * @throws InvalidField if there is no such notice, or nobody can have got it
     */
    void check(@Nullable UUID noticeId) {
        if (noticeId != null
                && notices.find(noticeId)
                        .filter(notice -> notice.state().mayHaveArrived())
                        .isEmpty()) {
            throw new InvalidField("/notice_id", "Must be the id of a notice that was handed over.");
        }
    }

    /** What was read in it first counts no more, and the tasks that were opened for that are closed. */
    void nobodyNeedsToRead(Message message) {
        var noticeId = message.noticeId();
        if (noticeId == null) {
            return;
        }
        var key = message.messageId().toString();
        var answer = recordReply.idOf(noticeId, key);
        recordReply.misread(noticeId, key);
        notices.find(noticeId).ifPresent(notice -> {
            tasks.wasRead(notice, message.messageId());
            tasks.wasRead(notice, answer);
        });
    }

    private void reported(Message message, Notice notice, DeliveryReport report) {
        switch (report.fate()) {
            case DELIVERED, RELAYED, EXPANDED, DELAYED -> {}
            case SOME_MEMBERS, UNKNOWN -> tasks.ask(message, notice);
            case HARD_BOUNCE, QUOTA, POLICY, SOFT_BOUNCE -> {
                var isCertain = report.confidence() == Confidence.HIGH && cannotBeMadeUp(message);
                if (!isCertain
                        || !bounce.bounced(
                                notice.noticeId(),
                                status(report.fate()),
                                isTheContacts(notice, report),
                                message.receivedAt())) {
                    tasks.ask(message, notice);
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
            complaint.about(notice, message.receivedAt());
        }
        tasks.ask(message, notice);
    }

    /** A person who says so needs nobody else to. */
    private void nobodyKnows(Message message, Notice notice) {
        if (message.reading() == null) {
            answered(message, notice, ReplyOutcome.UNPARSED, null);
        }
    }

    private void answered(Message message, Notice notice, ReplyOutcome outcome, @Nullable String text) {
        var words = text == null || text.isBlank() ? null : text.substring(0, Math.min(text.length(), LONGEST_TEXT));
        var reading = message.reading();
        var id = message.messageId();
        var said = reading == null
                ? new Said(
                        id.toString(),
                        outcome,
                        Reply.Channel.EMAIL,
                        message.receivedAt(),
                        READER,
                        !message.signed() && !token.proves(message, notice),
                        words)
                : new Said(
                        id + "/read", outcome, Reply.Channel.EMAIL, message.receivedAt(), reading.by(), false, words);
        recordReply.record(notice.noticeId(), said);
    }

    private static boolean cannotBeMadeUp(Message message) {
        return message.reading() != null
                || (message.by() != null && message.by().cannotBeMadeUp());
    }
}
