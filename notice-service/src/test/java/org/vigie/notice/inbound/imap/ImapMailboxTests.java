package org.vigie.notice.inbound.imap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.notice.inbound.Meaning;
import org.vigie.notice.inbound.Meaning.AutomaticReply;
import org.vigie.notice.inbound.Meaning.Unparsed;
import org.vigie.notice.inbound.Message;

/** What leaves a mailbox was taken in before. */
class ImapMailboxTests {

    private final GreenMail server = new GreenMail(ServerSetupTest.IMAP.dynamicPort());
    private final List<String> taken = new ArrayList<>();
    private GreenMailUser user;

    @TempDir
    private Path directory;

    @BeforeEach
    void start() {
        server.start();
        user = server.setUser("notices@hotline.example", "notices", "a secret");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void aMessageLeavesAsItWas() throws Exception {
        deliver("To: notices+token@hotline.example\r\nSubject: one\r\n\r\nACTIONED\r\n");

        assertThat(mailbox(new AutomaticReply(), false).empty()).isEqualTo(1);

        assertThat(taken).containsExactly("To: notices+token@hotline.example\r\nSubject: one\r\n\r\nACTIONED\r\n");
        assertThat(inbox().getMessageCount()).isZero();
        assertThat(mailbox(new AutomaticReply(), false).empty()).isZero();
    }

    @Test
    void whatCannotBeTakenInStaysAndKeepsNoOther() throws Exception {
        deliver("Subject: poison\r\n\r\nx\r\n");
        deliver("Subject: two\r\n\r\ny\r\n");

        assertThat(mailbox(new AutomaticReply(), false).empty()).isEqualTo(1);

        assertThat(taken).hasSize(1);
        assertThat(inbox().getMessageCount()).isEqualTo(1);
    }

    @Test
    void whatOnlyAPersonCanReadIsKeptForOne() throws Exception {
        deliver("Content-Type: text/html\r\n\r\n<p>x</p>\r\n");

        mailbox(new Unparsed(), false).empty();

        assertThat(inbox().getMessageCount()).isZero();
        assertThat(folders().getFolder(user, "Unreadable").getMessageCount()).isEqualTo(1);
    }

    @Test
    void aPictureIsNotKept() throws Exception {
        deliver("Content-Type: image/png\r\n\r\nx\r\n");

        mailbox(new Unparsed(), true).empty();

        assertThat(inbox().getMessageCount()).isZero();
        assertThat(folders().getFolder(user, "Unreadable")).isNull();
    }

    @Test
    void ofALargeOneNoMoreIsFetchedThanIsRead() throws Exception {
        deliver("Subject: large\r\n\r\n" + "x".repeat(70).concat("\r\n").repeat(30_000));

        mailbox(new AutomaticReply(), false).empty();

        assertThat(taken).singleElement().satisfies(text -> assertThat(text).hasSize((1 << 20) + 1));
    }

    @Test
    void aWrongPasswordIsTold() throws Exception {
        var settings = settings("wrong");

        assertThatThrownBy(() -> new ImapMailbox(settings, (_, _) -> message(new AutomaticReply(), false)).empty())
                .isInstanceOf(MessagingException.class);
    }

    private ImapMailbox mailbox(Meaning meaning, boolean media) throws IOException {
        return new ImapMailbox(settings("a secret"), (bytes, _) -> {
            var text = new String(bytes, UTF_8);
            if (text.contains("poison")) {
                throw new IllegalStateException("the store is away");
            }
            taken.add(text);
            return message(meaning, media);
        });
    }

    private ImapSettings settings(String password) throws IOException {
        var file = Files.writeString(directory.resolve("password"), password + "\n");
        return new ImapSettings(
                "127.0.0.1:" + server.getImap().getPort(),
                "notices",
                file,
                "INBOX",
                "Unreadable",
                Duration.ofSeconds(30));
    }

    private static Message message(Meaning meaning, boolean media) {
        return new Message(
                UUID.randomUUID(),
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                null,
                false,
                meaning,
                0,
                media,
                null,
                "",
                "",
                null);
    }

    private void deliver(String message) throws MessagingException {
        var session = Session.getInstance(new Properties());
        user.deliver(new MimeMessage(session, new ByteArrayInputStream(message.getBytes(UTF_8))));
    }

    private ImapHostManager folders() {
        return server.getManagers().getImapHostManager();
    }

    private MailFolder inbox() throws FolderException {
        return folders().getInbox(user);
    }
}
