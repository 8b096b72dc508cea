package org.vigie.support.outbox;

import java.util.Collection;
import java.util.List;
import java.util.Map;
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

    /**
     * What to publish of these aggregates as they are stored now, by id; without those that are not behind or not
     * there.
     */
    Map<String, Publication> publications(Collection<String> ids);

    /** Notes which version of each was published; nothing happens to those of which a later one is stored by now. */
    void published(Map<String, Long> versions);

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
