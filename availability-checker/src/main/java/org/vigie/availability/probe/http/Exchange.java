package org.vigie.availability.probe.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import javax.net.ssl.SSLSocket;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigie.availability.probe.Answer.Note;
import org.vigie.availability.probe.Ask;
import org.vigie.availability.probe.Outcome;
import org.vigie.availability.probe.Outcome.Broken;
import org.vigie.availability.probe.Outcome.Fault;
import org.vigie.availability.probe.ParkingList;
import org.vigie.availability.probe.TextPrint;
import org.vigie.url.Scheme;
import org.vigie.url.WebUrl;

/** One request on one new connection, read as far as the end of the headers. */
@Component
class Exchange {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration HANDSHAKE = Duration.ofSeconds(10);

    /** What came back. */
    sealed interface Result {}

    /** What is kept of a text: nothing that could be read. */
    record Text(TextPrint print, boolean parked) {}

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
    private final Patience patience;
    private final GateMarks gates = GateMarks.bundled();

    Exchange(Connections connections, Tls tls, ParkingList parking, Patience patience) {
        this.connections = connections;
        this.tls = tls;
        this.parking = parking;
        this.patience = patience;
    }

    Result request(String method, WebUrl url, InetSocketAddress address, Question question) {
        var deadline = question.deadline();
        var began = System.nanoTime();
        Socket socket;
        try {
            socket = connections.open(address, deadline.leftAtMost(CONNECT));
        } catch (IOException e) {
            return new Failed(Failures.notConnected(e, address, Duration.ofNanos(System.nanoTime() - began)));
        }
        try (socket) {
            deadline.watch(socket);
            return url.scheme() == Scheme.HTTPS
                    ? secured(method, url, socket, question)
                    : speak(method, url, socket, question, Set.of());
        } catch (IOException e) {
            return new Failed(Failures.broken(e, deadline.passed(), false));
        }
    }

    private Result secured(String method, WebUrl url, Socket socket, Question question) throws IOException {
        SSLSocket secured;
        try {
            socket.setSoTimeout(
                    Math.toIntExact(question.deadline().leftAtMost(HANDSHAKE).toMillis()));
            secured = tls.over(socket, url.host(), url.port());
        } catch (IOException e) {
            return new Failed(Failures.notSecured(e));
        }
        return speak(method, url, secured, question, Tls.notes(secured.getSession(), url.host()));
    }

    private Result speak(String method, WebUrl url, Socket socket, Question question, Set<Note> notes)
            throws IOException {
        // Not closed by itself: closing it would read on for a graceful end; the socket is closed by its owner.
        @SuppressWarnings("resource")
        var connection = new HttpConnection();
        var deadline = question.deadline();
        try {
            connection.over(socket);
            connection.setSocketTimeout(Timeout.of(deadline.leftAtMost(wait(method, question.ask()))));
            connection.sendRequestHeader(Requests.of(method, url, question));
            connection.flush();
            var response = connection.receiveFinalHeader();
            var wantsText = question.ask().text() && method.equals("GET") && TextReading.isText(response);
            return new Headers(
                    response,
                    wantsText ? text(url, connection, response) : null,
                    EnumSet.copyOf(notes.isEmpty() ? EnumSet.noneOf(Note.class) : notes));
        } catch (HttpException _) {
            return new Failed(new Broken(Fault.MALFORMED));
        } catch (IOException e) {
            return new Failed(Failures.broken(e, deadline.passed(), connection.hasHeard()));
        }
    }

    private Duration wait(String method, Ask ask) {
        return method.equals("HEAD") && ask.method() != Ask.Method.HEAD_ONLY ? patience.head() : patience.get();
    }

    private @Nullable Text text(WebUrl url, HttpConnection connection, ClassicHttpResponse response) {
        try {
            connection.receiveResponseEntity(response);
            var entity = response.getEntity();
            if (entity == null) {
                return null;
            }
            var text = new byte[HttpConnection.MAX_TEXT_BYTES];
            var length = TextReading.read(response, entity.getContent(), text);
            if (length < 0) {
                return null;
            }
            var parked = parking.hasMark(text, length);
            return new Text(TextHash.of(text, length, url.requestTarget(), gates.of(text, length)), parked);
        } catch (IOException | HttpException _) {
            return null;
        }
    }
}
