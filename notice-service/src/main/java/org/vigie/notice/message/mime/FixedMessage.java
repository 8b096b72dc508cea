package org.vigie.notice.message.mime;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;

/** Keeps the id it was given. */
final class FixedMessage extends MimeMessage {

    static {
        // Without it, Jakarta Mail looks in every jar for each part of each message.
        System.getProperties()
                .putIfAbsent("jakarta.mail.util.StreamProvider", "org.eclipse.angus.mail.util.MailStreamProvider");
    }

    /** One for all: a new one looks for its providers in every jar. */
    private static final Session SESSION = Session.getInstance(new Properties());

    private final String id;

    FixedMessage(String id) {
        super(SESSION);
        this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }
}
