package org.vigie.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.vigie.events.Topics;

/** How many records each key seals: of a compacted topic the last of each key, which is all that readers need. */
final class SealedRecords {

    private static final Pattern KEY = Pattern.compile("\"key_id\":\"([a-z-]+-\\d+)\"");
    private static final List<String> COMPACTED = List.of(Topics.LOCATIONS, Topics.CHAINS);
    private static final List<String> EACH = Stream.concat(
                    Topics.INBOUND.stream(),
                    Stream.of(Topics.LOCATIONS, Topics.CHAINS, Topics.DETECTIONS, Topics.CLASSIFICATIONS)
                            .map(topic -> topic + Topics.DEAD_LETTER_SUFFIX))
            .toList();

    private final Map<String, Map<String, Long>> last = new HashMap<>();
    private final Map<String, Long> counts = new HashMap<>();

    private SealedRecords() {}

    /** @throws KafkaException if Kafka does not answer */
    static Map<String, Long> count(KafkaAddress kafka) {
        var records = new SealedRecords();
        try (var log = new Log(kafka)) {
            var partitions = log.partitions(
                    Stream.concat(COMPACTED.stream(), EACH.stream()).toList());
            if (!partitions.isEmpty()) {
                log.read(partitions, records::add);
            }
        }
        records.last.values().forEach(records::add);
        return records.counts;
    }

    private void add(ConsumerRecord<byte[], byte[]> record) {
        var found = new HashMap<String, Long>();
        if (record.value() != null) {
            KEY.matcher(new String(record.value(), UTF_8))
                    .results()
                    .forEach(key -> found.merge(key.group(1), 1L, Long::sum));
        }
        if (COMPACTED.contains(record.topic()) && record.key() != null) {
            last.put(record.topic() + "/" + new String(record.key(), UTF_8), found);
        } else {
            add(found);
        }
    }

    private void add(Map<String, Long> found) {
        found.forEach((key, count) -> counts.merge(key, count, Long::sum));
    }
}
