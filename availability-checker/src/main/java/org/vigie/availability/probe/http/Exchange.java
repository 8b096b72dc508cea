package org.vigie.availability.probe.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigie.availability.probe.Answer.Note;
import org.vigie.availability.probe.Ask;
import org.vigie.availability.probe.Outcome;
import org.vigie.availability.probe.Outcome.Broken;
import org.vigie.availability.probe.Outcome.Fault;
import org.vigie.availability.probe.ParkingList;
import org.vigie.url.Scheme;
import org.vigie.url.WebUrl;

/** One request on one new connection, read as far as the end of the headers. */
@Component
class Exchange {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration HANDSHAKE = Duration.ofSeconds(10);
    private static final Duration FIRST_BYTE = Duration.ofSeconds(15);
    private static final int MAX_INTERIM_ANSWERS = 5;
    /** Nobody beyond this machine fails within a millisecond: it was this machine. */
    private static final Duration TOO_FAST = Duration.ofMillis(1);

    /** What came back. */
    sealed interface Result {}

    /** What is kept of a text: nothing that could be read. */
    record Text(long hash, boolean parked) {}

    /** The headers of an answer, and what is kept of its text if that was wanted. */
    record Headers(ClassicHttpResponse response, @Nullable Text text, Set<Note> notes) implements Result {

        @Nullable
        String value(String name) {
            var header = response.getFirstHeader(name);
            return header == null ? null : header.getValue();
        }
    }

    /** No answer. */
    record Failed(Outcome outcome) implements Result {}

    private final Connections connections;
    private final Tls tls;
    private final ParkingList parking;

    Exchange(Connections connections, Tls tls, ParkingList parking) {
        this.connections = connections;
        this.tls = tls;
        this.parking = parking;
    }

    Result request(String method, WebUrl url, InetSocketAddress address, Ask ask, Deadline deadline) {
        var began = System.nanoTime();
        Socket socket;
        try {
            socket = connections.open(address, deadline.leftAtMost(CONNECT));
        } catch (IOException e) {
            return new Failed(notConnected(e, address, Duration.ofNanos(System.nanoTime() - began)));
        }
        try (socket) {
            deadline.watch(socket);
            return url.scheme() == Scheme.HTTPS
                    ? secured(method, url, socket, ask, deadline)
                    : speak(method, url, socket, ask, deadline, Set.of());
        } catch (IOException e) {
            return new Failed(broken(e, deadline));
        }
    }

    private Result secured(String method, WebUrl url, Socket socket, Ask ask, Deadline deadline) throws IOException {
        SSLSocket secured;
        try {
            socket.setSoTimeout(Math.toIntExact(deadline.leftAtMost(HANDSHAKE).toMillis()));
            secured = tls.over(socket, url.host(), url.port());
        } catch (IOException e) {
            return new Failed(notSecured(e));
        }
        return speak(method, url, secured, ask, deadline, Tls.notes(secured.getSession(), url.host()));
    }

    private Result speak(String method, WebUrl url, Socket socket, Ask ask, Deadline deadline, Set<Note> notes)
            throws IOException {
        // Not closed by itself: closing it would read on for a graceful end; the socket is closed by its owner.
        @SuppressWarnings("resource")
        var connection = new HttpConnection();
        try {
            connection.over(socket);
            connection.setSocketTimeout(Timeout.of(deadline.leftAtMost(FIRST_BYTE)));
            connection.sendRequestHeader(request(method, url, ask));
            connection.flush();
            var response = finalAnswer(connection);
            var wantsText = ask.text() && method.equals("GET") && isText(response);
            return new Headers(
                    response,
                    wantsText ? text(connection, response) : null,
                    EnumSet.copyOf(notes.isEmpty() ? EnumSet.noneOf(Note.class) : notes));
        } catch (HttpException _) {
            return new Failed(new Broken(Fault.MALFORMED));
        } catch (IllegalArgumentException | IllegalStateException _) {
            // The parser's own checks, for status codes such as 000.
            return new Failed(new Broken(Fault.MALFORMED));
        }
    }

    private static ClassicHttpResponse finalAnswer(HttpConnection connection) throws IOException, HttpException {
        for (int interim = 0; interim <= MAX_INTERIM_ANSWERS; interim++) {
            var response = connection.receiveResponseHeader();
            if (response.getCode() >= 200) {
                return response;
            }
        }
        throw new BoundedInput.TooMuch();
    }

    private @Nullable Text text(HttpConnection connection, ClassicHttpResponse response) {
        try {
            connection.receiveResponseEntity(response);
            var entity = response.getEntity();
            if (entity == null) {
                return null;
            }
            var text = new byte[HttpConnection.MAX_TEXT_BYTES];
            var length = entity.getContent().readNBytes(text, 0, text.length);
            var parked = parking.hasMark(text, length);
            return new Text(TextHash.of(text, length), parked);
        } catch (IOException | HttpException _) {
            return null;
        }
    }

    private static boolean isText(ClassicHttpResponse response) {
        var type = response.getFirstHeader("Content-Type");
        if (type == null || response.getFirstHeader("Content-Encoding") != null) {
            return false;
        }
        var value = type.getValue().toLowerCase(Locale.ROOT);
        return value.startsWith("text/html") || value.startsWith("text/plain");
    }

    private static BasicClassicHttpRequest request(String method, WebUrl url, Ask ask) {
        var request = new BasicClassicHttpRequest(method, "/");
        // Set apart: the constructor would read //x as a host.
        request.setPath(url.requestTarget());
        request.addHeader("Host", hostAndPort(url));
        ask.identity().headers().forEach(request::addHeader);
        request.setHeader("Accept-Encoding", "identity");
        var referrer = ask.referrer();
        if (referrer != null) {
            request.setHeader("Referer", referrer.canonical());
        }
        if (method.equals("GET") && !ask.page() && !ask.text()) {
            request.setHeader("Range", "bytes=0-0");
        }
        request.setHeader("Connection", "close");
        return request;
    }

    private static String hostAndPort(WebUrl url) {
        var host = url.host().text();
        return url.port() == url.scheme().defaultPort() ? host : host + ":" + url.port();
    }

    private static Outcome notConnected(IOException e, InetSocketAddress address, Duration took) {
        var message = Objects.requireNonNullElse(e.getMessage(), "").toLowerCase(Locale.ROOT);
        if (isOurFault(message)) {
            return new Outcome.LocalFault();
        }
        if (e instanceof SocketTimeoutException || message.contains("no route") || message.contains("host is down")) {
            return new Outcome.ConnectTimeout();
        }
        var farAway = !address.getAddress().isLoopbackAddress();
        if (farAway && took.compareTo(TOO_FAST) < 0) {
            return new Outcome.LocalFault();
        }
        return message.contains("refused") ? new Outcome.ConnectionRefused() : new Outcome.ConnectTimeout();
    }

    /** No file or port left, no buffer, no network of our own. */
    private static boolean isOurFault(String message) {
        return message.contains("too many open files")
                || message.contains("no buffer space")
                || message.contains("cannot assign")
                || message.contains("address already in use")
                || message.contains("network is unreachable")
                || message.contains("network is down")
                || message.contains("operation not permitted")
                || message.contains("permission denied");
    }

    private static Outcome notSecured(IOException e) {
        var message = Objects.requireNonNullElse(e.getMessage(), "").toLowerCase(Locale.ROOT);
        var nameUnknown = e instanceof SSLException
                && (message.contains("unrecognized_name") || message.contains("internal_error"));
        return nameUnknown ? new Outcome.TlsNameUnknown() : new Outcome.TlsFailed();
    }

    private static Outcome broken(IOException e, Deadline deadline) {
        if (deadline.passed() || e instanceof SocketTimeoutException) {
            return new Broken(Fault.TOO_SLOW);
        }
        return new Broken(
                switch (e) {
                    case BoundedInput.TooMuch _, MessageConstraintException _ -> Fault.TOO_LARGE;
                    case NoHttpResponseException _ -> Fault.EMPTY;
                    default -> Fault.RESET;
                });
    }
}
