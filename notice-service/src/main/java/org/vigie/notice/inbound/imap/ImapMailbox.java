package org.vigie.notice.inbound.imap;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Objects;
import java.util.Properties;
import java.util.function.BiFunction;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.notice.inbound.Meaning.Unparsed;

/** Empties a mailbox: a message leaves it only after it was taken in. */
final class ImapMailbox {

    private static final Logger LOG = LoggerFactory.getLogger(ImapMailbox.class);
    private static final int AT_A_TIME = 50;

    /** One byte more than the reader takes, which tells it that there was more. */
    private static final int MOST_BYTES = (1 << 20) + 1;

    private final ImapSettings settings;
    private final BiFunction<byte[], Instant, org.vigie.notice.inbound.Message> takeIn;

    /**
     * @param takeIn what is done with the bytes of a message and the instant it came; what it throws keeps the message
     */
    ImapMailbox(ImapSettings settings, BiFunction<byte[], Instant, org.vigie.notice.inbound.Message> takeIn) {
        this.settings = settings;
        this.takeIn = takeIn;
    }

    /**
     * Takes in what is there, fifty messages at most.
     *
     * @return how many left the mailbox
     * @throws MessagingException if the mailbox cannot be reached; trying again later may help
     */
    int empty() throws MessagingException {
        try (Store store = Session.getInstance(properties()).getStore(isTlsFromTheBeginning() ? "imaps" : "imap")) {
            store.connect(settings.host(), settings.port(), settings.user(), password());
            try (Folder folder = store.getFolder(settings.folder())) {
                folder.open(Folder.READ_WRITE);
                return taken(folder);
            }
        }
    }

    private int taken(Folder folder) throws MessagingException {
        var taken = 0;
        for (int i = 1; i <= Math.min(folder.getMessageCount(), AT_A_TIME); i++) {
            taken += isTaken((IMAPFolder) folder, folder.getMessage(i)) ? 1 : 0;
        }
        return taken;
    }

    /** One that cannot be taken in stays, and keeps no other from it. */
    private boolean isTaken(IMAPFolder folder, Message message) throws MessagingException {
        try {
            var received = message.getReceivedDate();
            var kept = takeIn.apply(bytes(message), received == null ? Instant.EPOCH : received.toInstant());
            if (kept.meaning() instanceof Unparsed && !kept.media()) {
                folder.copyMessages(new Message[] {message}, unreadable(folder));
            }
            message.setFlag(Flags.Flag.DELETED, true);
            return true;
        } catch (IOException | RuntimeException e) {
            LOG.atError()
                    .addKeyValue("failure", e.getClass().getName())
                    .log("mail was not taken in and stays in its mailbox");
            return false;
        }
    }

    private static byte[] bytes(Message message) throws MessagingException, IOException {
        var imap = (IMAPMessage) message;
        imap.setPeek(true);
        try (var stream = imap.getMimeStream()) {
            return stream.readNBytes(MOST_BYTES);
        }
    }

    private Folder unreadable(IMAPFolder folder) throws MessagingException {
        var other = folder.getStore().getFolder(settings.unreadable());
        if (!other.exists()) {
            other.create(Folder.HOLDS_MESSAGES);
        }
        return other;
    }

    private boolean isTlsFromTheBeginning() {
        return settings.port() == 993;
    }

    private String password() {
        try {
            return Files.readString(Objects.requireNonNull(settings.passwordFile()))
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Properties properties() {
        var properties = new Properties();
        var protocol = isTlsFromTheBeginning() ? "imaps" : "imap";
        var starts = Boolean.toString(!settings.isLoopback());
        for (var name : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.setProperty("mail.%s.%s".formatted(protocol, name), "30000");
        }
        properties.setProperty("mail.imap.starttls.enable", starts);
        properties.setProperty("mail.imap.starttls.required", starts);
        properties.setProperty("mail.%s.ssl.checkserveridentity".formatted(protocol), "true");
        properties.setProperty("mail.%s.ssl.protocols".formatted(protocol), "TLSv1.3 TLSv1.2");
        properties.setProperty("mail.%s.partialfetch".formatted(protocol), "true");
        return properties;
    }
}
