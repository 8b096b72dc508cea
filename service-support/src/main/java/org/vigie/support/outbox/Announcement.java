package org.vigie.support.outbox;

/**
 * One record for a topic.
 *
 * @param key of the record: the aggregate's id
 * @param partitionBy what chooses the partition; records with the same one share a partition
 * @param type CloudEvents type, what happened, such as {@code org.vigie.case.routed.v1}
 * @param snapshot a record of event-contracts
 */
public record Announcement(String topic, String key, String partitionBy, String type, Object snapshot) {

    /** A record whose key chooses its partition. */
    public static Announcement of(String topic, String key, String type, Object snapshot) {
        return new Announcement(topic, key, key, type, snapshot);
    }
}
