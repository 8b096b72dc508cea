package org.vigie.support.outbox;

import org.jspecify.annotations.Nullable;

/**
 * One record for a topic.
 *
 * @param key of the record: the aggregate's id
 * @param partitionBy what chooses the partition; records with the same one share a partition
 * @param partition its number where it is known already, absent where {@code partitionBy} chooses it
 * @param type CloudEvents type, what happened, such as {@code org.vigie.case.routed.v1}
 * @param snapshot a record of event-contracts
 */
public record Announcement(
        String topic,
        String key,
        String partitionBy,
        @Nullable Integer partition,
        String type,
        Object snapshot) {

    public Announcement(String topic, String key, String partitionBy, String type, Object snapshot) {
        this(topic, key, partitionBy, null, type, snapshot);
    }

    /** A record whose key chooses its partition. */
    public static Announcement of(String topic, String key, String type, Object snapshot) {
        return new Announcement(topic, key, key, type, snapshot);
    }

    /** A record for that very partition. */
    public static Announcement in(int partition, String topic, String key, String type, Object snapshot) {
        return new Announcement(topic, key, key, partition, type, snapshot);
    }
}
