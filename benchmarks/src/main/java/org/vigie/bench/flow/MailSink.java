package org.vigie.bench.flow;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.regex.Pattern;

/** Takes mail by SMTP (RFC 5321) and notes when it said 250 to a mail that names a page. */
final class MailSink implements AutoCloseable {

    private static final Pattern PAGE = Pattern.compile("/page/(\\d+)\\b");
    private static final int BACKLOG = 50;

    private final ServerSocket socket;
    private final AtomicLongArray acceptedAt;
    private final AtomicInteger named = new AtomicInteger();
    private final AtomicInteger namedAgain = new AtomicInteger();
    private final AtomicInteger mails = new AtomicInteger();

    MailSink(int pages) throws IOException {
        acceptedAt = new AtomicLongArray(pages);
        socket = new ServerSocket(0, BACKLOG, InetAddress.ofLiteral("127.0.0.1"));
        Thread.ofVirtual().start(this::accept);
    }

    String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    /** How many pages were named to their providers. */
    int named() {
        return named.get();
    }

    /** How often a page was named once more. */
    int namedAgain() {
        return namedAgain.get();
    }

    int mails() {
        return mails.get();
    }

    /** By {@link System#nanoTime}; 0 while no mail names the page. */
    long acceptedAt(int page) {
        return acceptedAt.get(page);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException _) {
                // closed, or a client that went away before it was accepted
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                var in = new BufferedReader(
                        new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1))) {
            client.setTcpNoDelay(true);
            var out = client.getOutputStream();
            reply(out, "220 bench.test ready");
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                switch (line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT)) {
                    case "EHLO" -> reply(out, "250-bench.test\r\n250-8BITMIME\r\n250 DSN");
                    case "DATA" -> {
                        reply(out, "354 end with a single dot");
                        var mail = readMail(in);
                        reply(out, "250 2.0.0 kept");
                        note(mail, System.nanoTime());
                    }
                    case "QUIT" -> {
                        reply(out, "221 2.0.0 bye");
                        return;
                    }
                    default -> reply(out, "250 2.0.0 go on");
                }
            }
        } catch (IOException | MessagingException _) {
            // Counts as not accepted.
        }
    }

    private static String readMail(BufferedReader in) throws IOException {
        var mail = new StringBuilder();
        for (var line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                throw new IOException("the mail did not end");
            }
            mail.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        return mail.toString();
    }

    private void note(String mail, long at) throws IOException, MessagingException {
        mails.incrementAndGet();
        var text = new StringBuilder();
        var bytes = new ByteArrayInputStream(mail.getBytes(StandardCharsets.ISO_8859_1));
        collect(new MimeMessage(Session.getInstance(new Properties()), bytes), text);
        var pages = new HashSet<Integer>();
        PAGE.matcher(text).results().forEach(page -> pages.add(Integer.valueOf(page.group(1))));
        for (int page : pages) {
            (acceptedAt.compareAndSet(page, 0, at) ? named : namedAgain).incrementAndGet();
        }
    }

    private static void collect(Part part, StringBuilder text) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                collect(parts.getBodyPart(i), text);
            }
        } else {
            text.append(new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .append('\n');
        }
    }

    private static void reply(OutputStream out, String text) throws IOException {
        out.write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
