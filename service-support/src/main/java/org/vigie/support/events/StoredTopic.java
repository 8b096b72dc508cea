package org.vigie.support.events;

/**
 * A topic of whose every record the store has the aggregate. Each is a bean.
 *
 * @param collection of the aggregates
 * @param owned whether this service publishes them; else it keeps what it read
 */
public record StoredTopic(String collection, String topic, boolean owned) {

    public static StoredTopic published(String collection, String topic) {
        return new StoredTopic(collection, topic, true);
    }

    public static StoredTopic read(String collection, String topic) {
        return new StoredTopic(collection, topic, false);
    }
}
