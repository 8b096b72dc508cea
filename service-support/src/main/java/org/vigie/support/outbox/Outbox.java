package org.vigie.support.outbox;

import java.util.List;
import java.util.Optional;

/**
 * Stored aggregates of one kind, each its own outbox: an aggregate whose stored version was not published yet is
 * behind. Its state and its version are written in one update, so nothing can be stored and never be published.
 */
public interface Outbox {

    /** Names the kind, for logs: {@code cases}. */
    String name();

    /** Ids of aggregates that are behind, in no particular order, at most {@code limit}. */
    List<String> behind(int limit);

    /** What to publish of the aggregate as it is stored now, absent if it is not behind or not there. */
    Optional<Publication> publication(String id);

    /** Notes that the version was published; nothing happens if a later version is stored by now. */
    void published(String id, long version);

    /**
     * Lifts an aggregate above a version that a stranger wrote to its topic, and has it published again as it is.
     *
     * @param key of the record on the topic
     * @param above the highest version the topic holds for the key
     * @return the id of the aggregate, absent if the record is none of this outbox
     */
    default Optional<String> lift(String topic, String key, long above) {
        return Optional.empty();
    }
}
