package org.vigie.availability.situations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.vigie.availability.probe.http.CountedBody;

/**
 * The most bytes of a body that servers sent in one answer to a GET: what they gave to their kernels, as their own logs
 * say, or what passed a {@link Counter} before them.
 */
final class Sent {

    /** What a log that counts headers too counts beside those that it can name. */
    static final int UNNAMED = 64;

    private final Map<String, Long> media = new HashMap<>();
    private final Map<String, Long> text = new HashMap<>();

    /**
     * Reads a log whose lines say for which host, by address or id, then method, status, bytes and type; where the
     * bytes are those of the headers too, the length of these is the sixth word. Other lines are passed over.
     */
    void read(Path log) throws IOException {
        if (!Files.exists(log)) {
            return;
        }
        for (var line : Files.readAllLines(log)) {
            var words = line.split(" ", -1);
            if (words.length > 4 && words[1].equals("GET") && words[3].matches("[0-9]+")) {
                var head = words.length > 5 && words[5].matches("[0-9]+") ? Long.parseLong(words[5]) + UNNAMED : 0;
                add(words[0], Math.max(0, Long.parseLong(words[3]) - head), words[4]);
            }
        }
    }

    /** One answer to a GET. */
    synchronized void add(String host, long bytes, String type) {
        if (type.startsWith("image/")) {
            media.merge(host, bytes, Math::max);
        } else if (type.startsWith("text/")) {
            text.merge(host, bytes, Math::max);
        }
    }

    /** One answer to a GET, as far as it has passed. */
    void add(String host, CountedBody body) {
        add(host, body.length(), body.type().isEmpty() ? "image/png" : body.type());
    }

    /** All that another says. */
    void add(Sent other) {
        other.media.forEach((host, bytes) -> media.merge(host, bytes, Math::max));
        other.text.forEach((host, bytes) -> text.merge(host, bytes, Math::max));
    }

    /** The most of a picture. */
    long media(Host host) {
        return most(media, host);
    }

    /** The most of a text. */
    long text(Host host) {
        return most(text, host);
    }

    private static long most(Map<String, Long> bytes, Host host) {
        var id = host.situation().id();
        return Math.max(bytes.getOrDefault(host.address(), 0L), bytes.getOrDefault(id, 0L));
    }
}
