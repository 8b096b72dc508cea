package org.vigie.notice.inbound.imap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.notice.inbound.Meaning;
import org.vigie.notice.inbound.Meaning.AutomaticReply;
import org.vigie.notice.inbound.Meaning.Unparsed;
import org.vigie.notice.inbound.Message;

/** A real Dovecot, which takes mail over LMTP as it does from Postfix and Exim, and gives it over IMAP. */
@EnabledIf(
        value = "dovecotCanRun",
        disabledReason = "a real Dovecot: needs root and Debian's dovecot-imapd and dovecot-lmtpd")
class RealDovecotTests {

    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    @TempDir(cleanup = CleanupMode.NEVER) // Dovecot's own files are removed by nobody else
    private Path directory;

    private final List<String> taken = new ArrayList<>();
    private int imap;
    private int lmtp;
    private Process dovecot;

    static boolean dovecotCanRun() {
        return Files.isExecutable(Path.of("/usr/sbin/dovecot"))
                && Files.isExecutable(Path.of("/usr/lib/dovecot/lmtp"))
                && System.getProperty("user.name").equals("root");
    }

    @BeforeEach
    void start() throws IOException {
        imap = freePort();
        lmtp = freePort();
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
        var configuration = directory.resolve("dovecot.conf");
        Files.writeString(configuration, """
                base_dir = %1$s/run
                state_dir = %1$s/state
                log_path = %1$s/dovecot.log
                protocols = imap lmtp
                listen = 127.0.0.1
                ssl = no
                disable_plaintext_auth = no
                auth_username_format = %%n
                mail_location = maildir:%1$s/mail/%%n
                first_valid_uid = 1
                passdb {
                  driver = static
                  args = password=secret
                }
                userdb {
                  driver = static
                  args = uid=nobody gid=nogroup home=%1$s/home/%%n
                }
                service imap-login {
                  inet_listener imap {
                    port = %2$d
                  }
                  inet_listener imaps {
                    port = 0
                  }
                }
                service lmtp {
                  inet_listener lmtp {
                    port = %3$d
                  }
                }
                """.formatted(directory, imap, lmtp));
        dovecot = new ProcessBuilder("/usr/sbin/dovecot", "-F", "-c", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("out.txt").toFile())
                .start();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> isListening(imap) && isListening(lmtp));
    }

    @AfterEach
    void stop() throws InterruptedException {
        dovecot.destroy();
        assertThat(dovecot.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whatCameOverLmtpNamesItsNoticeAndLeavesOverImap() throws Exception {
        deliver("Subject: Re: notice\r\n\r\nACTIONED\r\n");
        deliver("Subject: Out of office\r\nAuto-Submitted: auto-replied\r\n\r\nUntil Monday\r\n");

        assertThat(mailbox(new AutomaticReply()).empty()).isEqualTo(2);

        assertThat(taken).hasSize(2).first().asString().contains("Delivered-To: ", "+" + TOKEN + "@", "ACTIONED");
        assertThat(mailbox(new AutomaticReply()).empty()).isZero();
    }

    @Test
    void whatCannotBeTakenInStaysAndWhatNobodyCanReadIsKeptForOne() throws Exception {
        deliver("Subject: poison\r\n\r\nx\r\n");
        deliver("Content-Type: text/html\r\n\r\n<p>y</p>\r\n");

        assertThat(mailbox(new Unparsed()).empty()).isEqualTo(1);

        assertThat(mailbox(new Unparsed()).empty()).isZero();
        try (var kept = Files.walk(directory.resolve("mail/notices/.Unreadable"))) {
            assertThat(kept.filter(file -> file.toString().matches(".*/(cur|new)/[^/]+")))
                    .hasSize(1);
        }
    }

    private ImapMailbox mailbox(Meaning meaning) throws IOException {
        var password = directory.resolve("password");
        Files.writeString(password, "secret\n");
        var settings = new ImapSettings(
                "127.0.0.1:" + imap, "notices", password, "INBOX", "Unreadable", Duration.ofSeconds(30));
        return new ImapMailbox(settings, (bytes, _) -> {
            var text = new String(bytes, UTF_8);
            if (text.contains("poison")) {
                throw new IllegalStateException("the store is away");
            }
            taken.add(text);
            return new Message(
                    UUID.randomUUID(),
                    Instant.EPOCH,
                    Instant.EPOCH,
                    null,
                    null,
                    false,
                    meaning,
                    0,
                    false,
                    null,
                    "",
                    "",
                    null);
        });
    }

    /** As a mail server hands it over (RFC 2033). */
    private void deliver(String message) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), lmtp);
                var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8))) {
            expect(in, "220");
            for (var line : List.of(
                    "LHLO mx.hotline.example",
                    "MAIL FROM:<desk@provider.test>",
                    "RCPT TO:<notices+" + TOKEN + "@hotline.example>")) {
                send(socket, line + "\r\n");
                expect(in, "250");
            }
            send(socket, "DATA\r\n");
            expect(in, "354");
            send(socket, message + ".\r\n");
            expect(in, "250");
            send(socket, "QUIT\r\n");
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(UTF_8));
    }

    private static void expect(BufferedReader in, String code) throws IOException {
        var line = in.readLine();
        while (line != null && line.startsWith(code + "-")) {
            line = in.readLine();
        }
        assertThat(line).startsWith(code + " ");
    }

    private static boolean isListening(int port) {
        try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
