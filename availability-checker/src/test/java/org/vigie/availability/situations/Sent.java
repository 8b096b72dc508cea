package org.vigie.availability.situations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The most bytes of a picture that a server sent in one answer, by address, as its own log says. */
final class Sent {

    private final Map<String, Long> mediaBytes = new HashMap<>();

    /** Reads the logs of servers that say address, method, status, bytes and type of each answer. */
    static Sent by(Place place, String... servers) throws IOException {
        var sent = new Sent();
        for (var server : servers) {
            var log = place.at(server).resolve("sent.log");
            if (Files.exists(log)) {
                sent.read(log);
            }
        }
        return sent;
    }

    private void read(Path log) throws IOException {
        for (var line : Files.readAllLines(log)) {
            var words = line.split(" ", -1);
            if (words.length > 4 && words[1].equals("GET") && words[4].startsWith("image/")) {
                mediaBytes.merge(words[0], Long.parseLong(words[3]), Math::max);
            }
        }
    }

    /** None where the server keeps no log of its own. */
    long mediaBytes(String address) {
        return mediaBytes.getOrDefault(address, 0L);
    }
}
