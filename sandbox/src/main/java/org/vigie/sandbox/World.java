package org.vigie.sandbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vigie.sandbox.answer.Correspondence;
import org.vigie.sandbox.control.Control;
import org.vigie.sandbox.mail.HotlineMailbox;
import org.vigie.sandbox.mail.ImapServer;
import org.vigie.sandbox.mail.MailRelay;
import org.vigie.sandbox.mail.Mailboxes;
import org.vigie.sandbox.names.NameServer;
import org.vigie.sandbox.pages.WebServers;
import org.vigie.sandbox.report.Pending;
import org.vigie.sandbox.report.Reporter;
import org.vigie.sandbox.report.Services;
import org.vigie.sandbox.story.Book;
import org.vigie.sandbox.story.Cast;
import org.vigie.sandbox.story.Ending;
import org.vigie.sandbox.story.Provider;
import org.vigie.sandbox.story.Tale;
import org.vigie.support.time.SandboxClock;

/**
 * The sandbox's world, open. All that it keeps are the mails it received; everything else follows from the seed, the
 * mails and the time, so that it may be killed and opened again at any moment.
 */
public final class World implements AutoCloseable {

    /** Where the services find the world, as {@code host:port}. */
    public record Doors(String dns, String smtp, String imap, String control) {}

    /**
     * What a case is expected to come to.
     *
     * @param story in words
     * @param reportIds by which the case is found; those taken since the world was opened
     */
    public record Expected(String partnerReference, String story, Ending ending, List<String> reportIds) {}

    private final List<Tale> tales;
    private final Mailboxes mailboxes;
    private final Reporter reporter;
    private final Correspondence correspondence;
    private final Doors doors;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    /**
     * Opens the world.
     *
     * @param directory of its mailboxes
     * @param clock moved by somebody else
     * @param only references of the tales to play, all if there are none
     * @param pagePort of all its web servers
     */
    public World(Path directory, SandboxClock clock, long seed, List<String> only, int pagePort) {
        var cast = Cast.read();
        this.tales = Book.write(seed, cast, only);
        this.mailboxes = mailboxes(directory, cast);
        var stage = new Stage(tales, mailboxes::naming, clock);
        try {
            opened(new WebServers(stage, pagePort));
            var names = opened(new NameServer(stage, 0));
            var relay = opened(new MailRelay(mailboxes, clock, 0));
            var hotline = new HotlineMailbox();
            var imap = opened(new ImapServer(hotline, 0));
            this.correspondence = opened(new Correspondence(tales, mailboxes, hotline, clock));
            this.reporter = opened(new Reporter(cast, tales, clock, pagePort));
            var control = opened(new Control(
                    Map.of("/pending", this::pending, "/cases", this::expected, "/mailboxes", mailboxes::all)));
            this.doors = new Doors(
                    text(names.address()), text(relay.address()), text(imap.address()), text(control.address()));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private static Mailboxes mailboxes(Path directory, Cast cast) {
        return new Mailboxes(
                directory.resolve("mailboxes"),
                cast.providers().stream().map(Provider::mail).toList(),
                cast.providers().stream()
                        .filter(Provider::refusesMail)
                        .map(Provider::mail)
                        .collect(Collectors.toSet()));
    }

    /** Where to find it. */
    public Doors doors() {
        return doors;
    }

    /** Tells it where to hand in its reports. */
    public void meet(Services services) {
        reporter.meet(services);
        correspondence.meet(services);
    }

    private Pending pending() {
        return reporter.pending().and(correspondence.pending());
    }

    private List<Expected> expected() {
        return tales.stream()
                .map(tale -> new Expected(
                        tale.reference(),
                        tale.script().sentence(),
                        tale.ending(),
                        reporter.reportIds(tale.reference())))
                .toList();
    }

    private static String text(InetSocketAddress address) {
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }

    private <T extends AutoCloseable> T opened(T part) {
        open.push(part);
        return part;
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                System.err.println(
                        "sandbox: not closed cleanly: " + e.getClass().getName());
            }
        }
    }

    /**
     * The world as a process. It prints its doors as one line of JSON, reads where the services are as one line of
     * JSON, and ends when its standard input does.
     *
     * @param arguments directory, clock file, seed, port of the pages, references of the tales to play
     */
    public static void main(String... arguments) {
        try (var world = new World(
                        Path.of(arguments[0]),
                        new SandboxClock(Path.of(arguments[1])),
                        Long.parseLong(arguments[2]),
                        List.of(arguments).subList(4, arguments.length),
                        Integer.parseInt(arguments[3]));
                var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println(WorldJson.MAPPER.writeValueAsString(world.doors()));
            System.out.flush();
            for (var line = input.readLine(); line != null; line = input.readLine()) {
                world.meet(WorldJson.MAPPER.readValue(line, Services.class));
            }
        } catch (IOException | RuntimeException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
