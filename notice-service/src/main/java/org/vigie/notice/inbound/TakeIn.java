package org.vigie.notice.inbound;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.vigie.notice.inbound.FindNotice.Found;
import org.vigie.notice.reference.NameBasedIds;

/** Takes in what came by mail: reads it, keeps it, then does what follows. Nothing is ever answered. */
@Service
public class TakeIn {

    private static final Logger LOG = LoggerFactory.getLogger(TakeIn.class);

    private final MailReader reader;
    private final FindNotice findNotice;
    private final AddresseesMail addressees;
    private final Messages messages;
    private final FollowMessage follow;
    private final Clock clock;

    TakeIn(
            MailReader reader,
            FindNotice findNotice,
            AddresseesMail addressees,
            Messages messages,
            FollowMessage follow,
            Clock clock) {
        this.reader = reader;
        this.findNotice = findNotice;
        this.addressees = addressees;
        this.messages = messages;
        this.follow = follow;
        this.clock = clock;
    }

    /**
     * Once this returned, the message may leave the mailbox. If it throws, or the process ends, taking the message in
     * again does what is left; taken in again after that, it changes nothing.
     *
     * @param receivedAt when it arrived
     * @return the message as it is kept
     */
    public Message take(byte[] bytes, Instant receivedAt) {
        var messageId = NameBasedIds.of("message", digest(bytes));
        // What was read first stands, even if a later build would read it otherwise.
        var message = messages.find(messageId).orElseGet(() -> kept(messageId, bytes, receivedAt));
        follow.follow(message);
        return message;
    }

    private Message kept(UUID messageId, byte[] bytes, Instant receivedAt) {
        var mail = reader.read(bytes);
        var found = findNotice.of(mail);
        var meaning = ReadMeaning.of(mail);
        var now = clock.instant();
        var message = new Message(
                messageId,
                receivedAt.isAfter(now) ? now : receivedAt,
                now,
                found.map(Found::notice).map(notice -> notice.noticeId()).orElse(null),
                found.map(Found::by).orElse(null),
                meaning instanceof Meaning.Answer
                        && found.filter(one -> addressees.proves(bytes, mail, one.notice()))
                                .isPresent(),
                meaning,
                mail.attachments(),
                mail.media(),
                mail.limit(),
                mail.headers().first("subject").orElse(""),
                mail.text(),
                null);
        messages.add(message);
        log(message, found.map(one -> one.notice().caseIds()).orElse(List.of()));
        return messages.find(messageId).orElseThrow();
    }

    private static void log(Message message, List<UUID> caseIds) {
        (message.media() ? LOG.atWarn() : LOG.atInfo())
                .addKeyValue("messageId", message.messageId())
                .addKeyValue("noticeId", message.noticeId())
                .addKeyValue("caseIds", caseIds)
                .addKeyValue("is", message.meaning().getClass().getSimpleName())
                .addKeyValue("signed", message.signed())
                .addKeyValue("attachments", message.attachments())
                .addKeyValue("media", message.media())
                .log("mail taken in");
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
