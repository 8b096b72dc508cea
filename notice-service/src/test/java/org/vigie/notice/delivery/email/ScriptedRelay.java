package org.vigie.notice.delivery.email;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** An SMTP server that answers as told at each step: a reply, silence, or a closed connection. */
final class ScriptedRelay implements AutoCloseable {

    enum Step {
        GREETING,
        EHLO,
        HELO,
        STARTTLS,
        MAIL,
        RCPT,
        DATA,
        BODY,
        DOT,
        QUIT
    }

    static final String SILENCE = "silence";
    static final String HANG_UP = "hang up";

    /** Answers a byte at a time, and never to the end. */
    static final String TARPIT = "tarpit";

    private final ServerSocket server;
    private final Map<Step, String> script = new EnumMap<>(Step.class);
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<byte[]> arrived = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable SSLContext tls;

    ScriptedRelay() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"));
        script.put(Step.GREETING, "220 relay.example");
        script.put(Step.EHLO, "250-relay.example\r\n250-ENHANCEDSTATUSCODES\r\n250 DSN");
        script.put(Step.HELO, "250 relay.example");
        script.put(Step.STARTTLS, "454 4.7.0 not today");
        script.put(Step.MAIL, "250 2.1.0 ok");
        script.put(Step.RCPT, "250 2.1.5 ok");
        script.put(Step.DATA, "354 go on");
        script.put(Step.BODY, "");
        script.put(Step.DOT, "250 2.0.0 Ok: queued as 4F3ABC");
        script.put(Step.QUIT, "221 2.0.0 bye");
        Thread.ofVirtual().start(this::serve);
    }

    ScriptedRelay at(Step step, String answer) {
        script.put(step, answer);
        return this;
    }

    /** Offers STARTTLS and shows the context's certificate. */
    ScriptedRelay withTls(SSLContext context) {
        tls = context;
        return at(Step.EHLO, "250-relay.example\r\n250-ENHANCEDSTATUSCODES\r\n250 STARTTLS")
                .at(Step.STARTTLS, "220 2.0.0 go on");
    }

    int port() {
        return server.getLocalPort();
    }

    /** Every command line, without message lines. */
    List<String> heard() {
        return List.copyOf(heard);
    }

    /** Messages that got their final dot, undotted. */
    List<byte[]> arrived() {
        return List.copyOf(arrived);
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (var socket = server.accept()) {
                talk(socket);
            } catch (IOException | HungUp _) {
                // the next connection
            }
        }
    }

    private void talk(Socket socket) throws IOException {
        answer(socket, Step.GREETING);
        listen(socket);
    }

    private void listen(Socket socket) throws IOException {
        var in = new BufferedInputStream(socket.getInputStream());
        for (var line = line(in); line != null; line = line(in)) {
            heard.add(line);
            var step = step(line);
            answer(socket, step);
            if (step == Step.STARTTLS && tls != null) {
                var secure = (SSLSocket) tls.getSocketFactory().createSocket(socket, null, socket.getPort(), false);
                secure.setUseClientMode(false);
                listen(secure);
                return;
            }
            if (step == Step.DATA) {
                takeBody(socket, in);
            }
        }
    }

    private static Step step(String line) {
        var verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
        return Arrays.stream(Step.values())
                .filter(step -> step.name().equals(verb))
                .findFirst()
                .orElseThrow(HungUp::new);
    }

    private void takeBody(Socket socket, InputStream in) throws IOException {
        var body = new ByteArrayOutputStream();
        if (SILENCE.equals(script.get(Step.BODY))) {
            readNoMore();
        }
        for (var line = line(in); line != null; line = line(in)) {
            if (HANG_UP.equals(script.get(Step.BODY))) {
                throw new HungUp();
            }
            if (line.equals(".")) {
                if (script.getOrDefault(Step.DOT, "").startsWith("2")) {
                    arrived.add(body.toByteArray()); // before the answer, which the test may be waiting for
                }
                answer(socket, Step.DOT);
                return;
            }
            var undotted = line.startsWith(".") ? line.substring(1) : line;
            body.writeBytes((undotted + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private String answer(Socket socket, Step step) throws IOException {
        var answer = script.getOrDefault(step, "500 5.5.1 what");
        switch (answer) {
            case HANG_UP -> throw new HungUp();
            case SILENCE -> waitForTheEnd(socket);
            case TARPIT -> tarpit(socket);
            default -> socket.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        }
        return answer;
    }

    private void readNoMore() {
        try {
            closed.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        throw new HungUp();
    }

    private void tarpit(Socket socket) throws IOException {
        try {
            while (!closed.await(50, TimeUnit.MILLISECONDS)) {
                socket.getOutputStream().write('2');
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        throw new HungUp();
    }

    private static void waitForTheEnd(Socket socket) throws IOException {
        while (socket.getInputStream().read() >= 0) {
            // until the client gives up
        }
        throw new HungUp();
    }

    private static @Nullable String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (var b = in.read(); b >= 0; b = in.read()) {
            if (b == '\n') {
                return line.toString(StandardCharsets.ISO_8859_1).replaceAll("\r$", "");
            }
            line.write(b);
        }
        return null;
    }

    private static final class HungUp extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
