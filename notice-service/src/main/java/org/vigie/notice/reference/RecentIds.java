package org.vigie.notice.reference;

import java.util.ArrayList;
import java.util.List;

/**
 * What was applied lately, so that applying it again changes nothing. What is applied is noted elsewhere right after;
 * only what is between the two can come again, which is far less than is kept here.
 */
public record RecentIds(List<String> ids) {

    private static final int KEPT = 256;

    public static final RecentIds NONE = new RecentIds(List.of());

    public RecentIds {
        ids = List.copyOf(ids);
    }

    public boolean contains(String id) {
        return ids.contains(id);
    }

    /** With one more, the oldest left out when there are too many. */
    public RecentIds with(String id) {
        var next = new ArrayList<>(ids.size() >= KEPT ? ids.subList(ids.size() - KEPT + 1, ids.size()) : ids);
        next.add(id);
        return new RecentIds(next);
    }
}
