package org.vigie.support.setup;

import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * A line of topics.csv.
 *
 * @param settings by their names at the broker
 */
record TopicRow(String topic, int partitions, Map<String, String> settings) {

    /**
     * Reads a line.
     *
     * @param replicas how many brokers hold each record; {@code min.insync.replicas} is never above it
     */
    static TopicRow read(String line, short replicas) {
        var parts = line.split(",", -1);
        return new TopicRow(
                parts[0],
                Integer.parseInt(parts[1]),
                Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG, parts[2],
                        TopicConfig.RETENTION_MS_CONFIG, parts[3],
                        TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, parts[4],
                        TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG,
                                Integer.toString(Math.min(Integer.parseInt(parts[5]), replicas))));
    }

    NewTopic made(short replicas) {
        return new NewTopic(topic, partitions, replicas).configs(settings);
    }
}
