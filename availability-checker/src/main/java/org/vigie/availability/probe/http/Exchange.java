package org.vigie.availability.probe.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
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

        Headers noted(Note note) {
            var all = EnumSet.of(note);
            all.addAll(notes);
            return new Headers(response, text, all);
        }
    }

    /** No answer. */
    record Failed(Outcome outcome) implements Result {}

    /** One request, and whether another version of HTTP may have more success. */
    private record Attempt(Result result, boolean overHttp2) {

        boolean mayGoBetter() {
            return overHttp2
                    && result instanceof Failed(Broken(var fault))
                    && fault != Fault.SILENT
                    && fault != Fault.TOO_SLOW;
        }
    }

    private final Connections connections;
    private final Tls tls;
    private final ParkingList parking;
    private final Patience patience;
    private final GateMarks gates = GateMarks.bundled();
    private final Clock clock;

    Exchange(Connections connections, Tls tls, ParkingList parking, Patience patience, Clock clock) {
        this.connections = connections;
        this.tls = tls;
        this.parking = parking;
        this.patience = patience;
        this.clock = clock;
    }

    /** Speaks HTTP/2 where the server prefers it; what fails that way is asked once more over HTTP/1.1. */
    Result request(String method, WebUrl url, InetSocketAddress address, Question question) {
        var attempt = attempt(method, url, address, question, true);
        return attempt.mayGoBetter()
                ? attempt(method, url, address, question, false).result()
                : attempt.result();
    }

    private Attempt attempt(String method, WebUrl url, InetSocketAddress address, Question question, boolean http2) {
        var deadline = question.deadline();
        var began = System.nanoTime();
        Socket socket;
        try {
            socket = connections.open(address, deadline.leftAtMost(CONNECT));
        } catch (IOException e) {
            var took = Duration.ofNanos(System.nanoTime() - began);
            return new Attempt(new Failed(Failures.notConnected(e, address, took)), false);
        }
        try (socket) {
            deadline.watch(socket);
            return url.scheme() == Scheme.HTTPS
                    ? secured(method, url, socket, question, http2)
                    : new Attempt(
                            speak(method, url, socket, Http1.over(socket, method.equals("GET")), question), false);
        } catch (IOException e) {
            return new Attempt(new Failed(Failures.broken(e, deadline.passed(), false)), false);
        }
    }

    private Attempt secured(String method, WebUrl url, Socket socket, Question question, boolean http2)
            throws IOException {
        Tls.Secured secured;
        try {
            socket.setSoTimeout(
                    Math.toIntExact(question.deadline().leftAtMost(HANDSHAKE).toMillis()));
            secured = tls.over(socket, url.host(), http2);
        } catch (IOException e) {
            return new Attempt(new Failed(Failures.notSecured(e)), false);
        }
        try (var over = secured.socket()) {
            var conversation = secured.isHttp2()
                    ? Http2.over(over, question.ask().text())
                    : Http1.over(over, method.equals("GET"));
            var result = speak(method, url, over, conversation, question);
            return new Attempt(noted(result, secured, url), secured.isHttp2());
        }
    }

    /** A connection that was agreed on and cut off where a certificate was asked for is a closed gate. */
    private Result noted(Result result, Tls.Secured secured, WebUrl url) {
        return switch (result) {
            case Headers(var response, var text, var _) -> {
                var notes = Certificate.notes(secured.socket().getSession(), url.host(), clock.instant());
                if (secured.demanded()) {
                    notes.add(Note.CERTIFICATE_DEMANDED);
                }
                yield new Headers(response, text, notes);
            }
            case Failed(Broken(var fault))
            when secured.demanded() && (fault == Fault.EMPTY || fault == Fault.RESET) ->
                new Failed(new Outcome.CertificateDemanded());
            case Failed failed -> failed;
        };
    }

    private Result speak(String method, WebUrl url, Socket socket, Conversation conversation, Question question) {
        var deadline = question.deadline();
        try {
            var wait = deadline.leftAtMost(wait(method, question.ask()));
            socket.setSoTimeout(Math.toIntExact(wait.toMillis()));
            var response = conversation.ask(Requests.of(method, url, question));
            var wantsText = question.ask().text() && method.equals("GET") && TextReading.isText(response);
            return new Headers(
                    response, wantsText ? text(url, conversation, response) : null, EnumSet.noneOf(Note.class));
        } catch (HttpException _) {
            return new Failed(new Broken(Fault.MALFORMED));
        } catch (IOException e) {
            return new Failed(Failures.broken(e, deadline.passed(), conversation.hasHeard()));
        }
    }

    private Duration wait(String method, Ask ask) {
        return method.equals("HEAD") && ask.method() != Ask.Method.HEAD_ONLY ? patience.head() : patience.get();
    }

    private @Nullable Text text(WebUrl url, Conversation conversation, ClassicHttpResponse response) {
        try {
            var body = conversation.body(response);
            if (body == null) {
                return null;
            }
            var octets = new byte[Http1.MAX_TEXT_BYTES];
            var beginning = TextReading.read(response, body, octets);
            var length = beginning.length();
            if (beginning.isPacked()) {
                return new Text(TextHash.ofPacked(octets, length), false);
            }
            var parked = parking.hasMark(octets, length);
            return new Text(TextHash.of(octets, length, url.requestTarget(), gates.of(octets, length)), parked);
        } catch (IOException | HttpException _) {
            return null;
        }
    }
}
