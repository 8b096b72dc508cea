package org.vigie.sandbox.mail;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One conversation with a mail client. */
final class SmtpSession {

    private static final int TIMEOUT_MILLIS = 60_000;
    private static final int LONGEST_LINE = 64 * 1024;
    private static final int LARGEST_MAIL = 16 * 1024 * 1024;
    private static final Pattern PATH = Pattern.compile("<([^<>]*)>");

    private final InputStream in;
    private final OutputStream out;
    private final Mailboxes mailboxes;
    private final Clock clock;
    private final List<String> recipients = new ArrayList<>();
    private @Nullable String sender;

    SmtpSession(Socket client, Mailboxes mailboxes, Clock clock) throws IOException {
        client.setSoTimeout(TIMEOUT_MILLIS);
        client.setTcpNoDelay(true);
        this.in = new BufferedInputStream(client.getInputStream());
        this.out = client.getOutputStream();
        this.mailboxes = mailboxes;
        this.clock = clock;
    }

    void run() throws IOException {
        reply("220 sandbox.test ready");
        for (var line = readLine(); line != null; line = readLine()) {
            var verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
            switch (verb) {
                case "EHLO" -> reply("250-sandbox.test\r\n250-8BITMIME\r\n250-SIZE " + LARGEST_MAIL + "\r\n250 DSN");
                case "HELO", "NOOP" -> reply("250 sandbox.test");
                case "MAIL" -> mail(line);
                case "RCPT" -> recipient(line);
                case "DATA" -> data();
                case "RSET" -> {
                    reset();
                    reply("250 2.0.0 forgotten");
                }
                case "QUIT" -> {
                    reply("221 2.0.0 bye");
                    return;
                }
                default -> reply("502 5.5.1 not known here");
            }
        }
    }

    private void mail(String line) throws IOException {
        reset();
        var path = PATH.matcher(line);
        sender = path.find() ? path.group(1) : "";
        reply("250 2.1.0 go on");
    }

    private void recipient(String line) throws IOException {
        var path = PATH.matcher(line);
        if (sender == null || !path.find()) {
            reply("503 5.5.1 MAIL comes first");
        } else if (mailboxes.accepts(path.group(1))) {
            recipients.add(path.group(1));
            reply("250 2.1.5 known");
        } else {
            reply("550 5.1.1 mailbox unavailable");
        }
    }

    private void data() throws IOException {
        if (recipients.isEmpty()) {
            reply("503 5.5.1 nobody to give it to");
            return;
        }
        reply("354 end with a single dot");
        // As RFC 5321, section 4.4, has it of final delivery.
        var mail = new ByteArrayOutputStream();
        mail.writeBytes("Return-Path: <%s>\r\n".formatted(sender).getBytes(StandardCharsets.ISO_8859_1));
        mail.writeBytes(readMail());
        mailboxes.deliver(List.copyOf(recipients), clock.instant(), mail.toByteArray());
        reset();
        reply("250 2.0.0 kept");
    }

    private byte[] readMail() throws IOException {
        var mail = new ByteArrayOutputStream();
        while (true) {
            var line = readLine();
            if (line == null || mail.size() > LARGEST_MAIL) {
                throw new IOException("the mail did not end");
            }
            if (line.equals(".")) {
                return mail.toByteArray();
            }
            var text = line.startsWith(".") ? line.substring(1) : line;
            mail.writeBytes((text + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private void reset() {
        recipients.clear();
        sender = null;
    }

    /** A line without its end; null when the client has gone. */
    private @Nullable String readLine() throws IOException {
        var line = new ByteArrayOutputStream();
        for (var octet = in.read(); octet >= 0; octet = in.read()) {
            if (octet == '\n') {
                var text = line.toString(StandardCharsets.ISO_8859_1);
                return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
            }
            line.write(octet);
            if (line.size() > LONGEST_LINE) {
                throw new IOException("line too long");
            }
        }
        return null;
    }

    private void reply(String text) throws IOException {
        out.write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
