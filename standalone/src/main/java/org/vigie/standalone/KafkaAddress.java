package org.vigie.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.common.KafkaException;

/**
 * Where a command finds Kafka and how it shows who it is.
 *
 * @param servers {@code host:port} list
 * @param client file with further properties of a client, as Kafka's own tools take it; may hold a password
 */
record KafkaAddress(String servers, Optional<Path> client) {

    /** The one named in the environment, or the one of {@code up}. */
    static KafkaAddress of(Settings settings) {
        return new KafkaAddress(
                settings.servers(), settings.get("VIGIE_KAFKA_CLIENT").map(Path::of));
    }

    /**
     * The properties of a client.
     *
     * @throws KafkaException if the file cannot be read
     */
    Map<String, Object> client(Map<String, Object> more) {
        var all = new HashMap<>(more);
        client.ifPresent(file -> read(file).forEach((name, value) -> all.put(name.toString(), value)));
        all.put("bootstrap.servers", servers);
        all.put("default.api.timeout.ms", "30000");
        return all;
    }

    private static Properties read(Path file) {
        try (var text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            var read = new Properties();
            read.load(text);
            return read;
        } catch (IOException | IllegalArgumentException e) {
            throw new KafkaException("VIGIE_KAFKA_CLIENT names no file of properties that can be read.", e);
        }
    }
}
