package org.vigie.standalone.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.record.FileRecords;
import org.apache.kafka.common.utils.Utils;
import org.vigie.testing.TestKafka;

/** The files in which the broker of the tests keeps a topic of one partition. */
final class Segments {

    private static final Map<String, String> SOON = Map.of(
            "segment.ms", "1",
            "max.compaction.lag.ms", "1",
            "min.cleanable.dirty.ratio", "0.01",
            "file.delete.delay.ms", "1");

    private Segments() {}

    /** Values of the key in all segments, those that are to be deleted included. */
    static List<String> valuesOf(String topic, UUID key) {
        var values = new ArrayList<String>();
        try (var admin = admin();
                var files = Files.list(directory(admin, topic))) {
            for (var file : files.filter(Segments::isSegment).toList()) {
                read(file, key.toString(), values);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return values;
    }

    private static boolean isSegment(Path file) {
        return file.getFileName().toString().contains(".log");
    }

    private static void read(Path file, String key, List<String> values) throws IOException {
        try (var records = FileRecords.open(file.toFile(), false)) {
            for (var record : records.records()) {
                if (key.equals(new String(Utils.toArray(record.key()), UTF_8))) {
                    values.add(new String(Utils.toArray(record.value()), UTF_8));
                }
            }
        }
    }

    /** Has the broker close a segment with the next record, and compact what is closed. */
    static void compactSoon(String topic) {
        var settings = SOON.entrySet().stream()
                .map(each -> new AlterConfigOp(new ConfigEntry(each.getKey(), each.getValue()), OpType.SET))
                .toList();
        try (var admin = admin()) {
            admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.TOPIC, topic), settings))
                    .all()
                    .get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path directory(Admin admin, String topic) {
        try {
            return admin.describeLogDirs(List.of(0)).allDescriptions().get().values().stream()
                    .flatMap(broker -> broker.keySet().stream())
                    .map(directory -> Path.of(directory, topic + "-0"))
                    .filter(Files::isDirectory)
                    .findFirst()
                    .orElseThrow();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", TestKafka.bootstrapServers()));
    }
}
