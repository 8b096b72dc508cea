package org.vigie.notice.reply;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.vigie.notice.composition.Item;
import org.vigie.notice.contact.RecordFeedback;
import org.vigie.notice.dispatch.Notice;
import org.vigie.notice.dispatch.Notices;
import org.vigie.notice.reference.NameBasedIds;
import org.vigie.notice.removal.CaseQueue;
import org.vigie.notice.removal.ChangeCase;
import org.vigie.notice.removal.Named;
import org.vigie.notice.removal.Reply;
import org.vigie.notice.removal.ReplyOutcome;
import org.vigie.notice.task.OpenTasks;
import org.vigie.notice.task.TaskKind;
import org.vigie.support.KeyReused;

/**
 * Records what a provider answered to a notice, whoever read it, and has the cases that the notice names follow it. No
 * answer ever says that anything was removed.
 */
@Service
public class RecordReply {

    private static final Logger LOG = LoggerFactory.getLogger(RecordReply.class);

    private final Notices notices;
    private final Replies replies;
    private final ChangeCase changeCase;
    private final RecordFeedback feedback;
    private final OpenTasks tasks;
    private final CaseQueue queue;
    private final Clock clock;

    RecordReply(
            Notices notices,
            Replies replies,
            ChangeCase changeCase,
            RecordFeedback feedback,
            OpenTasks tasks,
            CaseQueue queue,
            Clock clock) {
        this.notices = notices;
        this.replies = replies;
        this.changeCase = changeCase;
        this.feedback = feedback;
        this.tasks = tasks;
        this.queue = queue;
        this.clock = clock;
    }

    /**
     * An answer as it was read.
     *
     * @param key the same for the same answer: a person's own, or the id of the message that was read
     * @param receivedAt when it arrived
     * @param by the person or the part of this service that read it
     * @param unproven whether nothing proves that the provider said it
     * @param text the provider's words, absent without any
     */
    public record Said(
            String key,
            ReplyOutcome outcome,
            Reply.Channel channel,
            Instant receivedAt,
            String by,
            boolean unproven,
            @Nullable String text) {}

    /**
     * Stores the answer, then tells every case that the notice names, so that a call that broke off can be repeated.
     *
     * @return the answer as it is recorded, empty if there is no such notice
     * @throws NotSent if the notice was never handed over
     * @throws KeyReused if the key came with another answer before; nothing is stored
     */
    public Optional<Reply> record(UUID noticeId, Said said) {
        return notices.find(noticeId).map(notice -> {
            var reply = stored(replyTo(notice, said));
            notice.items().forEach(item -> follow(item, reply));
            if (reply.outcome() != ReplyOutcome.UNPARSED && !reply.unproven()) {
                feedback.confirmed(notice.contactId(), notice.addressee().providerId(), reply.receivedAt());
            }
            LOG.atInfo()
                    .addKeyValue("noticeId", noticeId)
                    .addKeyValue("caseIds", notice.caseIds())
                    .addKeyValue("outcome", reply.outcome())
                    .log("provider's answer recorded");
            return reply;
        });
    }

    /** Under which id an answer to the notice with the key is, or would be, recorded. */
    public UUID idOf(UUID noticeId, String key) {
        return NameBasedIds.of("reply", noticeId, key);
    }

    public Optional<Reply> find(UUID replyId) {
        return replies.find(replyId);
    }

    /** The notice that is called so, empty if there is none. */
    public Optional<UUID> idOf(String number, int sequence) {
        return notices.findByReference(number).stream()
                .filter(notice -> notice.reference().sequence() == sequence)
                .map(Notice::noticeId)
                .findFirst();
    }

    /** Those to a notice, the earliest received first; empty if there is no such notice. */
    public Optional<List<Reply>> to(UUID noticeId) {
        return notices.find(noticeId).map(notice -> replies.to(noticeId));
    }

    private Reply replyTo(Notice notice, Said said) {
        if (!notice.state().mayHaveArrived()) {
            throw new NotSent();
        }
        return new Reply(
                idOf(notice.noticeId(), said.key()),
                notice.noticeId(),
                notice.reference().toString(),
                notice.kind(),
                notice.addressee(),
                notice.contactId(),
                said.outcome(),
                said.channel(),
                said.receivedAt(),
                clock.instant(),
                said.by(),
                said.unproven(),
                said.text());
    }

    private Reply stored(Reply reply) {
        if (replies.add(reply)) {
            return reply;
        }
        var known = replies.find(reply.replyId()).orElseThrow();
        if (!known.saysTheSameAs(reply)) {
            throw new KeyReused();
        }
        return known;
    }

    /** A person read something else in the answer with the key, if there is one: it counts no more. */
    public void misread(UUID noticeId, String key) {
        var id = idOf(noticeId, key);
        notices.find(noticeId)
                .filter(_ -> replies.find(id).isPresent())
                .ifPresent(notice -> notice.items()
                        .forEach(item -> changeCase.change(
                                item.caseId(), known -> known.byAnswers().misread(id))));
    }

    private void follow(Item item, Reply reply) {
        var now = clock.instant();
        var caseId = item.caseId();
        var named = new Named(item.cycle(), item.contents());
        changeCase.change(caseId, known -> known.byAnswers().replied(reply, named));
        if (reply.effect() == ReplyOutcome.Effect.TASK) {
            tasks.open(TaskKind.REPLY, caseId, reply.replyId(), reply.noticeId(), now);
        }
        queue.lookAt(caseId, now);
    }
}
