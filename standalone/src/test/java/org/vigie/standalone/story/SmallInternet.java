package org.vigie.standalone.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.vigie.sandbox.names.NameServer;

/** One web server on a test network, one mail relay and one name server, all on loopback. */
final class SmallInternet implements AutoCloseable {

    static final String TEST_NETWORK = "127.9.0.0/16";

    private static final String WEB = "127.9.0.1";

    private final HttpServer web;
    private final GreenMail relay = new GreenMail(onAnyPort());
    private final Map<String, Integer> statuses = new ConcurrentHashMap<>();
    private final Map<String, String> redirects = new ConcurrentHashMap<>();
    private final Set<String> unknown = ConcurrentHashMap.newKeySet();
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private final Queue<String> resolved = new ConcurrentLinkedQueue<>();
    private final NameServer names = new NameServer(this::addressOf, 0);

    SmallInternet() {
        this(true);
    }

    /** One whose relay does not answer until it is started. */
    static SmallInternet withoutRelay() {
        return new SmallInternet(false);
    }

    private SmallInternet(boolean withRelay) {
        try {
            web = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral(WEB), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        web.createContext("/", this::serve);
        web.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        web.start();
        if (withRelay) {
            startRelay();
        }
    }

    void startRelay() {
        relay.start();
    }

    /** A page that is there until it is told otherwise. */
    String page(String path) {
        statuses.put(path, 200);
        return "http://" + WEB + ":" + web.getAddress().getPort() + path;
    }

    /** The same at a name of its own. */
    String page(String host, String path) {
        return page(path).replace(WEB, host);
    }

    void answer(String path, int status) {
        statuses.put(path, status);
    }

    /** Sends whoever asks for the page to another. */
    void redirect(String path, String to) {
        redirects.put(path, to);
    }

    /** A host that the name server does not know. */
    String noSuchHost(String host) {
        unknown.add(host);
        return host;
    }

    /** Whether the page, or one beside it, was ever asked for. */
    boolean wasAsked(String path) {
        return asked.contains(path);
    }

    /** How often the page was asked for. */
    long timesAsked(String path) {
        return asked.stream().filter(path::equals).count();
    }

    /** How often anybody wanted to know where the name leads. */
    long timesResolved(String host) {
        return resolved.stream().filter(host::equals).count();
    }

    /** As {@code VIGIE_DNS} takes it. */
    String names() {
        return "127.0.0.1:" + names.address().getPort();
    }

    String relay() {
        return "127.0.0.1:" + relay.getSmtp().getServerSetup().getPort();
    }

    /** Raw messages that name the text in clear, such as a URL in an attachment. */
    List<String> mailsNaming(String text) {
        return Stream.of(relay.getReceivedMessages())
                .map(SmallInternet::raw)
                .filter(mail -> mail.contains(text))
                .toList();
    }

    int mails() {
        return relay.getReceivedMessages().length;
    }

    /** Every name leads to the web server, but for those that do not exist. */
    private Optional<String> addressOf(String host) {
        resolved.add(host);
        return unknown.contains(host) ? Optional.empty() : Optional.of(WEB);
    }

    @Override
    public void close() {
        names.close();
        web.stop(0);
        relay.stop();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            asked.add(path);
            var body = "A harmless page.".getBytes(UTF_8);
            var status = path.equals("/") ? 200 : redirects.containsKey(path) ? 302 : statuses.getOrDefault(path, 404);
            exchange.getResponseHeaders().add("Content-Type", "text/plain");
            if (redirects.containsKey(path)) {
                exchange.getResponseHeaders().add("Location", redirects.get(path));
            }
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.sendResponseHeaders(status, -1);
            } else {
                exchange.sendResponseHeaders(status, body.length);
                exchange.getResponseBody().write(body);
            }
        }
    }

    /** GreenMail's own patience of two seconds is too short for a busy machine. */
    private static ServerSetup onAnyPort() {
        var setup = new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(60_000);
        return setup;
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String raw(MimeMessage message) {
        var bytes = new ByteArrayOutputStream();
        try {
            message.writeTo(bytes);
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toString(UTF_8);
    }
}
