package org.vigie.sandbox.mail;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.vigie.sandbox.mail.HotlineMailbox.Unfetched;

/** One conversation with a mail client that empties the one folder there is. */
final class ImapSession {

    private static final int TIMEOUT_MILLIS = 60_000;
    private static final String CAPABILITIES = "CAPABILITY IMAP4rev1";
    private static final Pattern COMMAND = Pattern.compile("(\\S+) ([A-Za-z]+)(?: (.*))?");
    private static final Pattern ONE_MESSAGE = Pattern.compile("([0-9]{1,9}) (.*)");
    private static final Pattern BODY = Pattern.compile("BODY(?:\\.PEEK)?\\[](?:<([0-9]{1,9})\\.([0-9]{1,9})>)?");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd-MMM-yyyy HH:mm:ss xx", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final BufferedReader in;
    private final OutputStream out;
    private final HotlineMailbox mailbox;
    private final Set<Unfetched> deleted = new HashSet<>();
    private List<Unfetched> messages = List.of();

    ImapSession(Socket client, HotlineMailbox mailbox) throws IOException {
        client.setSoTimeout(TIMEOUT_MILLIS);
        client.setTcpNoDelay(true);
        this.in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
        this.out = new BufferedOutputStream(client.getOutputStream());
        this.mailbox = mailbox;
    }

    void run() throws IOException {
        say("* OK [" + CAPABILITIES + "] sandbox.test ready");
        out.flush();
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var command = COMMAND.matcher(line);
            if (!command.matches()) {
                say("* BAD no command");
            } else {
                var verb = command.group(2).toUpperCase(Locale.ROOT);
                say(command.group(1) + " " + done(verb, command.group(3) == null ? "" : command.group(3)));
                if (verb.equals("LOGOUT")) {
                    out.flush();
                    return;
                }
            }
            out.flush();
        }
    }

    /** Does it and says what became of it. */
    private String done(String verb, String what) throws IOException {
        switch (verb) {
            case "CAPABILITY" -> say("* " + CAPABILITIES);
            case "LOGIN", "NOOP" -> {}
            case "LOGOUT" -> say("* BYE until next time");
            case "SELECT" -> {
                select();
                return "OK [READ-WRITE] selected";
            }
            case "FETCH" -> fetch(what);
            case "STORE" -> store(what);
            case "CLOSE" -> mailbox.remove(deleted);
            default -> {
                return "BAD not known here";
            }
        }
        return "OK done";
    }

    private void select() throws IOException {
        messages = mailbox.messages();
        deleted.clear();
        say("* FLAGS (\\Deleted)");
        say("* " + messages.size() + " EXISTS");
        say("* 0 RECENT");
        say("* OK [UIDVALIDITY 1] the only ones");
    }

    private void fetch(String what) throws IOException {
        var one = ONE_MESSAGE.matcher(what);
        if (!one.matches()) {
            return;
        }
        var message = message(one.group(1));
        var body = BODY.matcher(one.group(2));
        if (!body.find()) {
            say("* %s FETCH (ENVELOPE (%s) INTERNALDATE \"%s\" RFC822.SIZE %d)"
                    .formatted(
                            one.group(1),
                            "NIL ".repeat(10).strip(),
                            DATE.format(message.receivedAt()),
                            message.size()));
            return;
        }
        var from = body.group(1) == null ? 0 : Integer.parseInt(body.group(1));
        var part = message.part(from, body.group(2) == null ? message.size() : Integer.parseInt(body.group(2)));
        out.write("* %s FETCH (BODY[]%s {%d}\r\n"
                .formatted(one.group(1), body.group(1) == null ? "" : "<" + from + ">", part.length)
                .getBytes(StandardCharsets.US_ASCII));
        out.write(part);
        say(")");
    }

    /** The only flag that matters here is the one that says that it was taken in. */
    private void store(String what) {
        var one = ONE_MESSAGE.matcher(what);
        if (one.matches() && one.group(2).contains("+FLAGS") && one.group(2).contains("\\Deleted")) {
            deleted.add(message(one.group(1)));
        }
    }

    private Unfetched message(String number) {
        return messages.get(Integer.parseInt(number) - 1);
    }

    private void say(String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
