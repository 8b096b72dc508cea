package org.vigie.sandbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Session;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.sandbox.World.Doors;
import org.vigie.sandbox.report.Services;
import org.vigie.sandbox.story.Book;
import org.vigie.sandbox.story.Cast;
import org.vigie.sandbox.story.Tale;
import org.vigie.support.time.SandboxClock;

/** What comes back to a mail, to a hotline that is played here. */
class AnsweringWorldTests {

    private static final String LINK = "A".repeat(55);
    private static final String HOTLINE = "notices+0123456789abcdef0123456789abcdef@hotline.test";

    @TempDir
    private Path directory;

    private final List<String> forms = new ArrayList<>();
    private SandboxClock clock;
    private HttpServer hotline;
    private @Nullable World world;
    private Tale tale = Book.write(1, Cast.read()).getFirst();

    @BeforeEach
    void open() throws IOException {
        clock = new SandboxClock(directory.resolve("clock"));
        clock.moveTo(Book.BEGINNING);
        hotline = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 50);
        hotline.createContext("/", this::answerForm);
        hotline.start();
    }

    @AfterEach
    void close() {
        if (world != null) {
            world.close();
        }
        hotline.stop(0);
    }

    @Test
    void aPersonMailsTheWordAndAgainTheSameBytesAfterAKill() throws Exception {
        play("removes-and-says-so-1");
        notice();
        assertThat(pending()).contains("\"idle\":true");

        clock.moveTo(clock.instant().plus(tale.reactions().getFirst().after()));
        assertThat(pending()).contains("\"idle\":false");
        var first = fetched();
        assertThat(pending()).contains("\"idle\":true");
        play("removes-and-says-so-1");
        assertThat(pending()).contains("\"idle\":false");

        assertThat(first)
                .singleElement()
                .asString()
                .contains("To: " + HOTLINE, "In-Reply-To: <n1@hotline.test>", "\r\n\r\nACTIONED\r\n");
        assertThat(fetched()).isEqualTo(first);
    }

    @Test
    void aServerReportsAMailThatItTook() throws Exception {
        play("bounces-afterwards");
        notice();
        clock.moveTo(clock.instant().plus(tale.reactions().getFirst().after()));
        assertThat(pending()).contains("\"idle\":false");

        assertThat(fetched())
                .singleElement()
                .asString()
                .contains("To: " + HOTLINE, "Action: failed", "Status: 5.1.1", "abuse@tiroirperdu.test");
    }

    @Test
    void aMachineConfirmsEveryMail() throws Exception {
        play("answers-by-machine-1");
        notice();
        clock.moveTo(clock.instant().plus(Duration.ofHours(1)));
        notice("n2");
        clock.moveTo(clock.instant().plus(Duration.ofHours(1)));
        assertThat(pending()).contains("\"idle\":false");

        assertThat(fetched()).hasSize(2).allMatch(mail -> mail.contains("Auto-Submitted: auto-replied"));
    }

    @Test
    void aPersonAnswersOnThePageOnceWithTheCode() throws Exception {
        play("not-ours-on-the-page-1");
        notice();
        clock.moveTo(clock.instant().plus(tale.reactions().getFirst().after()));

        assertThat(pending()).contains("\"idle\":true");
        clock.moveTo(clock.instant().plus(Duration.ofDays(1)));
        play("not-ours-on-the-page-1");
        assertThat(pending()).contains("\"idle\":true");

        assertThat(forms).containsExactly("code ", "proof code=12345678", "answers outcome=NOT_OURS vigie_reply=p");
    }

    private void play(String name) throws IOException {
        if (world != null) {
            world.close();
        }
        try (var any = new ServerSocket(0, 1, InetAddress.ofLiteral("127.31.1.1"))) {
            world = new World(directory, clock, 1, List.of(name), any.getLocalPort() + 1);
        }
        tale = Book.write(1, Cast.read(), List.of(name)).getFirst();
        if (clock.instant().isBefore(tale.opened())) {
            clock.moveTo(tale.opened());
        }
        var here = URI.create("http://127.0.0.1:" + hotline.getAddress().getPort());
        world.meet(new Services(here, here, "token"));
    }

    private void notice() throws IOException {
        notice("n1");
    }

    private void notice(String id) throws IOException {
        send("""
                Message-ID: <%s@hotline.test>
                Reply-To: %s
                Subject: [RN-2026-00000001/1] x
                X-Notice-Ref: RN-2026-00000001/1

                hxxp://x[.]test%s http://127.0.0.1/replies/%s
                """.formatted(id, HOTLINE, tale.site().path(), LINK));
    }

    /** The reply page, as far as it is asked; a code is mailed at once. */
    private void answerForm(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            if (path.startsWith("/replies/" + LINK)) {
                var form = path.substring(path.lastIndexOf('/') + 1);
                var cookie = exchange.getRequestHeaders().getFirst("Cookie");
                var said = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
                forms.add(form + " " + said + (cookie == null ? "" : " " + cookie));
                if (form.equals("code")) {
                    send("Message-ID: <c1@hotline.test>\nSubject: [RN-2026-00000001/1] code\n\n1234 5678\n");
                }
                exchange.getResponseHeaders().set("Set-Cookie", "vigie_reply=p; Path=/");
                exchange.getResponseHeaders().set("Location", "../x?said=answered");
            }
            exchange.sendResponseHeaders(303, -1);
        }
    }

    private Doors doors() {
        return Objects.requireNonNull(world).doors();
    }

    private String pending() throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var uri = URI.create("http://" + doors().control() + "/pending");
            return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                    .body();
        }
    }

    private List<String> fetched() throws Exception {
        var door = address(doors().imap());
        try (var store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", door.getPort(), "anybody", "anything");
            try (var folder = store.getFolder("INBOX")) {
                folder.open(Folder.READ_WRITE);
                var mails = new ArrayList<String>();
                for (var message : folder.getMessages()) {
                    var bytes = new ByteArrayOutputStream();
                    message.writeTo(bytes);
                    mails.add(bytes.toString(UTF_8));
                    message.setFlag(Flags.Flag.DELETED, true);
                }
                return mails;
            }
        }
    }

    /** By SMTP, to the provider that the tale's first reaction is of. */
    private void send(String message) throws IOException {
        var server = address(doors().smtp());
        try (var socket = new Socket(server.getAddress(), server.getPort())) {
            var replies = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
            replies.readLine();
            for (var line : List.of(
                    "HELO test",
                    "MAIL FROM:<" + HOTLINE + ">",
                    "RCPT TO:<" + tale.reactions().getFirst().by().mail() + ">",
                    "DATA",
                    message.replace("\n", "\r\n") + ".")) {
                socket.getOutputStream().write((line + "\r\n").getBytes(US_ASCII));
                assertThat(replies.readLine()).startsWith(line.equals("DATA") ? "354" : "250");
            }
        }
    }

    private static InetSocketAddress address(String door) {
        var colon = door.indexOf(':');
        return new InetSocketAddress(
                InetAddress.ofLiteral(door.substring(0, colon)), Integer.parseInt(door.substring(colon + 1)));
    }
}
