package org.vigie.availability.situations;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ServerSocketFactory;
import org.vigie.availability.fixture.WebFixture;
import org.vigie.availability.probe.http.CountedBody;

/**
 * Answers octet by octet as a row says, for what no server could be made to say: each line a path, {@code *} for every
 * other, and the answer.
 */
final class Raw extends WebServer {

    private static final Pattern REPEATED = Pattern.compile("\\{(\\d+) x (.*?)\\}", Pattern.DOTALL);
    private static final Pattern WAIT = Pattern.compile("\\{wait (\\d+)\\}");

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final Map<Host, WebFixture> servers = new HashMap<>();

    Raw(Place place) {
        super("raw", "-", place);
    }

    @Override
    Optional<Path> installed() {
        return Optional.of(Path.of("-"));
    }

    @Override
    String settings(List<Host> hosts) {
        throw new UnsupportedOperationException();
    }

    @Override
    List<String> command(String program, Path settings) {
        throw new UnsupportedOperationException();
    }

    @Override
    void serve(List<Host> hosts) {
        for (var host : hosts) {
            for (var line : host.settings().lines().map(String::strip).toList()) {
                var space = line.indexOf(' ');
                answers.put(host.address() + line.substring(0, space), text(line.substring(space + 1)));
            }
            servers.computeIfAbsent(host, this::start);
        }
    }

    private static String text(String written) {
        var text = written.replace("\\r", "\r").replace("\\n", "\n");
        return REPEATED.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(2).repeat(Integer.parseInt(found.group(1)))));
    }

    private WebFixture start(Host host) {
        return WebFixture.at(host.address(), new OnePort(place().port())).otherwise((request, out, _) -> {
            var method = request.method() + ":";
            var target = request.target();
            for (var key : List.of(method + target, target, method + "*", "*")) {
                var answer = answers.get(host.address() + key);
                if (answer != null) {
                    if (request.method().equals("GET")) {
                        count(host, answer);
                    }
                    send(answer, out);
                    return;
                }
            }
        });
    }

    private void count(Host host, String answer) {
        var body = new CountedBody();
        body.passed(WAIT.matcher(answer).replaceAll(""));
        counted().add(host.address(), body);
    }

    private static void send(String answer, OutputStream out) throws IOException {
        var waits = WAIT.matcher(answer);
        var sent = 0;
        while (waits.find()) {
            out.write(answer.substring(sent, waits.start()).getBytes(ISO_8859_1));
            out.flush();
            LockSupport.parkNanos(Long.parseLong(waits.group(1)) * 1_000_000);
            sent = waits.end();
        }
        out.write(answer.substring(sent).getBytes(ISO_8859_1));
    }

    @Override
    public void close() {
        new ArrayList<>(servers.values()).forEach(WebFixture::close);
        servers.clear();
    }

    /** Makes server sockets on one port, whatever is asked for. */
    private static final class OnePort extends ServerSocketFactory {

        private final int port;

        OnePort(int port) {
            this.port = port;
        }

        @Override
        public ServerSocket createServerSocket(int any) throws IOException {
            return new ServerSocket(port);
        }

        @Override
        public ServerSocket createServerSocket(int any, int backlog) throws IOException {
            return new ServerSocket(port, backlog);
        }

        @Override
        public ServerSocket createServerSocket(int any, int backlog, InetAddress address) throws IOException {
            return new ServerSocket(port, backlog, address);
        }
    }
}
