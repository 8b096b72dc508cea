package org.vigie.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.sandbox.story.Book;
import org.vigie.sandbox.story.Cast;
import org.vigie.sandbox.story.Script.TakesDown;
import org.vigie.sandbox.story.Tale;
import org.vigie.support.time.SandboxClock;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

class WorldTests {

    private static final long SEED = 1;

    @TempDir
    Path directory;

    private SandboxClock clock;
    private int port;
    private World world;
    private Tale tale;

    @BeforeEach
    void open() throws IOException {
        clock = new SandboxClock(directory.resolve("clock"));
        clock.moveTo(Book.BEGINNING);
        try (var any = new ServerSocket(0, 1, InetAddress.ofLiteral("127.31.1.1"))) {
            port = any.getLocalPort();
        }
        world = new World(directory, clock, SEED, List.of(), port);
        tale = Book.write(SEED, Cast.read()).stream()
                .filter(one -> one.reference().equals("removes-after-hours-host-1"))
                .findAny()
                .orElseThrow();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void leadsItsNamesToTheirHomesByBothTransports() throws Exception {
        for (var byTcp : List.of(false, true)) {
            var answer = ask(tale.site().name(), Type.A, byTcp);

            assertThat(answer.getSection(Section.ANSWER))
                    .singleElement()
                    .satisfies(
                            record -> assertThat(((ARecord) record).getAddress().getHostAddress())
                                    .isEqualTo(tale.site().homes().getFirst()));
        }
    }

    @Test
    void knowsNoOtherNamesAndNoOtherAddresses() throws Exception {
        assertThat(ask("nobody.test", Type.A, false).getRcode()).isEqualTo(Rcode.NXDOMAIN);
        assertThat(ask(tale.site().name(), Type.AAAA, false).getRcode()).isEqualTo(Rcode.NOERROR);
    }

    @Test
    void takesAPageDownAfterAMailThatNamesItAlsoAfterAKill() throws Exception {
        var script = (TakesDown) tale.script();
        assertThat(look()).isEqualTo(200);

        assertThat(send(script.actor().mail(), "hxxp://x[.]test" + tale.site().path()))
                .isEqualTo("250");
        world.close();
        world = new World(directory, clock, SEED, List.of(), port);
        assertThat(look()).isEqualTo(200);
        clock.moveTo(clock.instant().plus(script.after()));

        assertThat(look()).isEqualTo(410);
    }

    @Test
    void refusesMailForThoseWhoRefuseItAndForStrangers() throws IOException {
        var refusing = Cast.read().providers().stream()
                .filter(provider -> provider.refusesMail())
                .findAny()
                .orElseThrow();

        assertThat(send(refusing.mail(), "")).isEqualTo("550");
        assertThat(send("nobody@nowhere.test", "")).isEqualTo("550");
    }

    @Test
    void saysWhatIsExpectedAndWhatIsPending() throws Exception {
        assertThat(control("/cases")).contains("\"partner_reference\":\"removes-at-once-1\"");
        assertThat(control("/mailboxes")).contains("\"abuse@pixelhafen.test\":[]");
        assertThat(control("/pending")).contains("\"idle\":false", "\"begun\":0", "\"next_due\":\"2026-01-0");
    }

    private int look() throws IOException {
        var request = "GET %s HTTP/1.1\r\nHost: %s:%d\r\nConnection: close\r\n\r\n"
                .formatted(tale.site().path(), tale.site().name(), port);
        try (var socket = new Socket(tale.site().homes().getFirst(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var status = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            return Integer.parseInt(status.substring(9, 12));
        }
    }

    private String control(String path) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var uri = URI.create("http://" + world.doors().control() + path);
            return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                    .body();
        }
    }

    private Message ask(String name, int type, boolean byTcp) throws IOException {
        var resolver = new SimpleResolver(address(world.doors().dns()));
        resolver.setTCP(byTcp);
        resolver.setTimeout(Duration.ofSeconds(10));
        return resolver.send(Message.newQuery(Record.newRecord(Name.fromString(name + "."), type, DClass.IN)));
    }

    /** Sends a mail and returns the code of the last reply. */
    private String send(String recipient, String text) throws IOException {
        var server = address(world.doors().smtp());
        try (var socket = new Socket(server.getAddress(), server.getPort())) {
            var replies = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            replies.readLine();
            var reply = "";
            for (var line : List.of(
                    "HELO test",
                    "MAIL FROM:<a@b.test>",
                    "RCPT TO:<" + recipient + ">",
                    "DATA",
                    "Subject: x\r\n\r\n" + text + "\r\n.")) {
                socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
                reply = replies.readLine().substring(0, 3);
                if (reply.startsWith("5")) {
                    return reply;
                }
            }
            return reply;
        }
    }

    private static InetSocketAddress address(String door) {
        var colon = door.indexOf(':');
        return new InetSocketAddress(
                InetAddress.ofLiteral(door.substring(0, colon)), Integer.parseInt(door.substring(colon + 1)));
    }
}
