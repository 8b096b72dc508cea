package org.vigie.availability.situations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Locator;

/**
 * One row: content at a server, what becomes of it, and how its case must end. {@code situations/README.md} describes
 * the form in which rows are written.
 *
 * @param server which program serves it
 * @param lines the row's other lines by their key, in the order in which they were written
 */
record Situation(String id, String title, String server, Map<String, List<String>> lines) {

    /** How a case must stand four weeks after the change. */
    enum End {
        /** Seen, without a doubt. */
        UP,
        /** Confirmed as removed, within the hours that the row allows. */
        REMOVED,
        /** Neither seen nor removed: a flag hands it to a person. */
        ASK,
        /** Removed or with a person: which of both is for the rules to say. */
        END
    }

    private static final List<String> KEYS = List.of(
            "expect",
            "known",
            "at",
            "http",
            "conf",
            "then",
            "then-conf",
            "lifted",
            "lifted-then",
            "slow",
            "pause",
            "bytes",
            "run",
            "then-run",
            "expires",
            "names",
            "then-names",
            "resolver",
            "then-resolver");

    /** The rows of a server, in the order in which they are written. */
    static List<Situation> of(String server) {
        try (var in = Situation.class.getResourceAsStream("/situations/" + server + ".rows")) {
            var text = new String(Objects.requireNonNull(in, server).readAllBytes(), StandardCharsets.UTF_8);
            return parse(server, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Situation> parse(String server, String text) {
        var rows = new ArrayList<Situation>();
        for (var line : text.lines().map(String::stripTrailing).toList()) {
            if (line.startsWith("## ")) {
                var head = line.substring(3).split(" ", 2);
                rows.add(new Situation(head[0], head[1], server, new LinkedHashMap<>()));
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                rows.getLast().add(line);
            }
        }
        return rows;
    }

    private void add(String line) {
        var parts = line.split(":", 2);
        if (!KEYS.contains(parts[0]) || parts.length < 2) {
            throw new IllegalArgumentException("%s: a line begins with none of %s: %s".formatted(id, KEYS, line));
        }
        lines.computeIfAbsent(parts[0], _ -> new ArrayList<>())
                .add(parts[1].startsWith(" ") ? parts[1].substring(1) : parts[1]);
    }

    private List<String> all(String key) {
        return lines.getOrDefault(key, List.of());
    }

    private @Nullable String one(String key) {
        var values = all(key);
        return values.isEmpty() ? null : values.getFirst();
    }

    /** Scheme and path of the URL that is reported. */
    String scheme() {
        return at().contains("https ") ? "https" : "http";
    }

    String path() {
        return at().substring(at().indexOf('/'));
    }

    /** Whether the URL has a name and no address. */
    boolean hasName() {
        return at().startsWith("named ");
    }

    /** What a name server is told of the name before or after the change, absent if only the address. */
    Optional<String> names(boolean after) {
        var then = all("then-names");
        var lines = after && !then.isEmpty() ? then : all("names");
        return lines.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", lines));
    }

    /** Whether the name is asked of a second resolver, too. */
    boolean hasResolver() {
        return !all("resolver").isEmpty() || !all("then-resolver").isEmpty();
    }

    /** What the second resolver answers before or after the change. */
    String resolved(boolean after) {
        return String.join("\n", all(after ? "then-resolver" : "resolver"));
    }

    /** The command that serves this row alone, before or after the change. */
    String run(boolean after) {
        var then = after ? one("then-run") : null;
        return then != null ? then : Objects.requireNonNull(one("run"), id + ": run is missing");
    }

    /** Whether the content is an object in a bucket that is named as the row. */
    boolean isStored() {
        return List.of("versitygw", "minio", "moto").contains(server);
    }

    /** Whether an nginx of its own is behind the server. */
    boolean isProxied() {
        return List.of("haproxy", "varnish").contains(server)
                || settings(false).contains("{origin}")
                || String.join(" ", all("run")).contains("{origin}");
    }

    /** Whether what the server sends is counted on the way, since it keeps no log of that. */
    boolean isCounted() {
        return List.of("versitygw", "moto", "programs").contains(server);
    }

    /** Whether the URL is signed, so that the store answers 403 for every other. */
    boolean isPresigned() {
        return at().startsWith("signed ");
    }

    /** How long the signed URL is good, in real time. */
    Duration goodFor() {
        var seconds = one("expires");
        return seconds == null ? Duration.ofDays(7) : Duration.ofSeconds(Long.parseLong(seconds));
    }

    private String at() {
        var picture = isStored() ? "/" + id + "/pic-4711.png" : "/img/pic-4711.png";
        return Objects.requireNonNullElse(one("at"), picture);
    }

    Locator locator() {
        var path = path().replaceAll("[?].*", "");
        return path.endsWith(".png") || path.endsWith(".jpg") ? Locator.MEDIA : Locator.PAGE;
    }

    /** The server's settings for this host, before or after the change. */
    String settings(boolean after) {
        var lines = after && !all("then-conf").isEmpty() ? all("then-conf") : all("conf");
        return String.join("\n", lines);
    }

    /** The server's settings outside of any host. */
    String sharedSettings() {
        return String.join("\n", all("http"));
    }

    /** What is done to the content, word by word. */
    List<String> actions() {
        return all("then");
    }

    /** Hours after the change when the settings are again as they were, absent if never. */
    Optional<Duration> lifted() {
        return Optional.ofNullable(one("lifted")).map(hours -> Duration.ofHours(Long.parseLong(hours)));
    }

    /** What is done to the content then. */
    List<String> liftedActions() {
        return all("lifted-then");
    }

    boolean isLive() {
        return expectation().startsWith("live");
    }

    End end() {
        return End.valueOf(expectation().split(" ", -1)[1]);
    }

    /** Hours from the change to the confirmed removal, at most. */
    int within() {
        var words = expectation().split(" ", -1);
        return words.length > 2 ? Integer.parseInt(words[2]) : Integer.MAX_VALUE;
    }

    private String expectation() {
        return Objects.requireNonNull(one("expect"), id + ": expect is missing");
    }

    /** Why the row does not end as it must today, absent if it does. */
    @Nullable
    String known() {
        return one("known");
    }

    /** Real milliseconds to let pass before each look: what a server counts by its own clock. */
    long pause() {
        return Long.parseLong(Objects.requireNonNullElse(one("pause"), "0"));
    }

    /** Whether this server sends more of a picture than it is asked for. */
    boolean sendsMore() {
        return !all("bytes").isEmpty();
    }

    /** Whether a look takes so long that the row is left to runs by hand. */
    boolean isSlow() {
        return !all("slow").isEmpty();
    }

    @Override
    public String toString() {
        return "%s %s: %s".formatted(id, server, title);
    }
}
