package org.vigie.notice.inbound;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.vigie.notice.dispatch.Notice;

/** A person says what a message is; what follows is done once, on the person's word. Nothing is learned from it. */
@Service
public class CorrectReading {

    private static final Logger LOG = LoggerFactory.getLogger(CorrectReading.class);

    private final Messages messages;
    private final FollowMessage follow;
    private final MailTasks tasks;

    CorrectReading(Messages messages, FollowMessage follow, MailTasks tasks) {
        this.messages = messages;
        this.follow = follow;
        this.tasks = tasks;
    }

    /**
     * Records it, then does what follows, so that a call that broke off can be repeated.
     *
     * @return the message as it is kept now, empty if there is none
     * @throws ReadOtherwise if a person read something else in it before; nothing changes
     * @throws org.vigie.support.validation.InvalidField if there is no such notice, or nobody can have got it; nothing
     *     changes
     */
    public Optional<Message> record(UUID messageId, Reading reading) {
        return messages.find(messageId).map(before -> {
            follow.check(reading.noticeId());
            if (before.reading() == null) {
                messages.read(messageId, reading);
            }
            var message = messages.find(messageId).orElseThrow();
            if (message.reading() == null || !message.reading().saysTheSameAs(reading)) {
                throw new ReadOtherwise();
            }
            var about = follow.follow(message);
            follow.nobodyNeedsToRead(before);
            tasks.settle();
            LOG.atInfo()
                    .addKeyValue("messageId", messageId)
                    .addKeyValue("noticeId", message.answers())
                    .addKeyValue("caseIds", about.map(Notice::caseIds).orElse(List.of()))
                    .addKeyValue("is", message.is().getClass().getSimpleName())
                    .log("mail read by a person");
            return message;
        });
    }
}
