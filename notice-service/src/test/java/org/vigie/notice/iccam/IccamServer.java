package org.vigie.notice.iccam;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * ICCAM on this machine, as far as it is known: it answers as the recordings in {@code src/test/resources/iccam} say,
 * whose fields docs/iccam.md has with their sources.
 */
public final class IccamServer implements AutoCloseable {

    private static final Pattern CONTENT = Pattern.compile("/rest/Content/(\\d+)(/.*)?");
    private static final Pattern MOST = Pattern.compile("maxResults=(\\d+)");
    private static final JsonMapper JSON = new JsonMapper();

    private final Map<Long, HeldItem> items = new ConcurrentSkipListMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile String token = "";
    private volatile String refresh = "";
    private final AtomicInteger logins = new AtomicInteger();
    private final AtomicInteger renewals = new AtomicInteger();
    private volatile int status = 200;
    private volatile @Nullable String refusal;
    private volatile boolean late;

    public IccamServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::hear);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:%d/".formatted(server.getAddress().getPort());
    }

    /** The first item of a report of its own is its source. */
    public HeldItem item(String url) {
        return held(new HeldItem(HeldItem.NUMBERS.incrementAndGet(), url, true));
    }

    public HeldItem itemOf(HeldItem source, String url) {
        return held(new HeldItem(source.reportId, url, false));
    }

    private HeldItem held(HeldItem item) {
        items.put(item.contentId, item);
        return item;
    }

    /** Answers all but logins with the status from now on. */
    public void answers(int next) {
        status = next;
    }

    /** Refuses what it is told, in these words; absent: takes it. */
    public void refuses(@Nullable String words) {
        refusal = words;
    }

    /** Stores what it is told and answers 500. */
    public void takesAndFails(boolean now) {
        late = now;
    }

    /** Knows its token no more. */
    public void endSession() {
        token = "ended " + UUID.randomUUID();
    }

    /** Nor its refresh token. */
    public void forgetSession() {
        endSession();
        refresh = "ended " + UUID.randomUUID();
    }

    public int logins() {
        return logins.get();
    }

    public int renewals() {
        return renewals.get();
    }

    /** Methods and paths, in their order. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    private void hear(HttpExchange exchange) throws IOException {
        try (exchange) {
            var uri = exchange.getRequestURI();
            asked.add("%s %s".formatted(exchange.getRequestMethod(), uri));
            var text = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            var body = text.isBlank() ? JSON.createObjectNode() : JSON.readTree(text);
            if (uri.getPath().startsWith("/Authentication")) {
                authenticate(exchange, uri.getPath(), body);
            } else if (!("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                answer(exchange, 401, error("Authorization bearer empty or unknown"));
            } else if (status != 200) {
                answer(exchange, status, "");
            } else {
                answerKnown(exchange, body);
            }
        }
    }

    private void authenticate(HttpExchange exchange, String path, JsonNode body) throws IOException {
        var renewing = path.endsWith("/refresh");
        var isKnown = renewing
                ? refresh.equals(body.path("refreshToken").asString(""))
                : body.path("username").asString("").equals("hotline")
                        && body.path("password").asString("").equals("pass word");
        if (!isKnown) {
            answer(exchange, 401, error("unknown"));
            return;
        }
        (renewing ? renewals : logins).incrementAndGet();
        token = UUID.randomUUID().toString();
        refresh = UUID.randomUUID().toString();
        answer(exchange, 200, recording("authentication").formatted(token, refresh));
    }

    private void answerKnown(HttpExchange exchange, JsonNode body) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var query = Objects.requireNonNullElse(exchange.getRequestURI().getQuery(), "");
        if (path.equals("/rest/Content/no-reference")) {
            answer(exchange, 200, listed(query));
            return;
        }
        if (path.startsWith("/rest/Reports/")) {
            answer(exchange, 200, report(Long.parseLong(path.substring("/rest/Reports/".length()))));
            return;
        }
        var found = CONTENT.matcher(path);
        var item = found.matches() ? items.get(Long.valueOf(found.group(1))) : null;
        if (item == null) {
            answer(exchange, 404, "");
        } else if (found.group(2) == null) {
            answer(exchange, 200, content(item));
        } else {
            change(exchange, item, found.group(2), query, body);
        }
    }

    private void change(HttpExchange exchange, HeldItem item, String what, String query, JsonNode body)
            throws IOException {
        if (what.equals("/hotline-reference")) {
            item.reference = query.substring("reference=".length());
            answer(exchange, 200, "");
            return;
        }
        if (refusal != null) {
            answer(exchange, 400, error(refusal));
            return;
        }
        item.take(body, what.equals("/assessment"));
        answer(exchange, late ? 500 : 200, "");
    }

    private String listed(String query) {
        var most = MOST.matcher(query);
        var limit = most.find() ? Integer.parseInt(most.group(1)) : 20;
        return items.values().stream()
                .filter(item -> item.reference == null)
                .limit(limit)
                .map(item -> recording("listed").formatted(item.contentId, item.reportId))
                .collect(joining(",", "[", "]"));
    }

    private static String content(HeldItem item) {
        return recording("content")
                .formatted(
                        item.contentId,
                        item.reportId,
                        item.url,
                        item.source,
                        item.country,
                        item.assessment == null ? "" : item.assessment,
                        item.actions.stream()
                                .map(type -> recording("action").formatted(type))
                                .collect(joining(",")));
    }

    private String report(long reportId) {
        var contents = new ArrayList<>(items.values());
        contents.removeIf(item -> item.reportId != reportId);
        return recording("report")
                .formatted(
                        "null",
                        contents.stream()
                                .map(item -> recording("reportContent").formatted(item.contentId, item.url))
                                .collect(joining(",")));
    }

    private static String error(String words) {
        return recording("errors").formatted(words);
    }

    static String recording(String name) {
        try (var stream = IccamServer.class.getResourceAsStream("/iccam/%s.json".formatted(name))) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
