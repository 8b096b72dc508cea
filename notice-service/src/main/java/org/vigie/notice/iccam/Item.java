package org.vigie.notice.iccam;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An item that came from ICCAM, and what ICCAM was told of it. It is its own outbox: what is to be told follows from
 * its case, and it is due until nothing can follow any more.
 *
 * @param contentId ICCAM's number
 * @param reportId of our report of it, absent if it could not be taken
 * @param reference by which ICCAM is told that we have it
 * @param told names of what ICCAM was told, or a person was asked to tell
 * @param troubledSince since when ICCAM does not take what is next, absent while it does
 * @param endedAt when the final action was told, absent until then
 * @param due when it is to be looked at, absent if never again
 * @param version absent until it is stored
 */
public record Item(
        long contentId,
        @Nullable UUID reportId,
        String reference,
        Set<String> told,
        Instant since,
        @Nullable Instant troubledSince,
        @Nullable Instant endedAt,
        @Nullable Instant due,
        @Nullable Long version) {

    /** That ICCAM knows our reference. */
    static final String REFERENCE = "Reference";

    public Item {
        told = Set.copyOf(told);
    }

    /** One that is a report now, or a person's. */
    static Item of(long contentId, @Nullable UUID reportId, String reference, Instant now) {
        return new Item(contentId, reportId, reference, Set.of(), now, null, null, now, null);
    }

    boolean isTold(String name) {
        return told.contains(name);
    }

    /** ICCAM took it, or a person is asked to see to it. */
    Item told(String name) {
        var all = new HashSet<>(told);
        all.add(name);
        return new Item(contentId, reportId, reference, all, since, null, endedAt, due, version);
    }

    /** ICCAM did not take what is next. */
    Item troubled(Instant now) {
        return troubledSince != null
                ? this
                : new Item(contentId, reportId, reference, told, since, now, endedAt, due, version);
    }

    /** Nothing can be said about it any more, but that it came back. */
    Item ended(Instant now) {
        return new Item(contentId, reportId, reference, told, since, null, now, due, version);
    }

    Item dueAt(@Nullable Instant next) {
        return new Item(contentId, reportId, reference, told, since, troubledSince, endedAt, next, version);
    }
}
