package org.vigie.bench.flow;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The records of a run.
 *
 * @param byTopic how many
 * @param bytes of keys and values
 */
record Dump(Map<String, Integer> byTopic, long bytes) {

    /** Writes the values of all records that lie in the topics now into a file. */
    static Dump write(String servers, Path file) throws IOException {
        var byTopic = new TreeMap<String, Integer>();
        var bytes = new long[1];
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            Topic.readAll(servers, record -> {
                byTopic.merge(record.topic(), 1, Integer::sum);
                bytes[0] += record.key().length + record.value().length;
                try {
                    out.writeInt(record.value().length);
                    out.write(record.value());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return new Dump(byTopic, bytes[0]);
    }

    /** The first values, so many at most. */
    static List<byte[]> read(Path file, int most) throws IOException {
        var values = new ArrayList<byte[]>();
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            while (values.size() < most) {
                values.add(in.readNBytes(in.readInt()));
            }
        } catch (EOFException _) {
            // That was all.
        }
        return values;
    }

    int records() {
        return byTopic.values().stream().mapToInt(Integer::intValue).sum();
    }
}
