package org.vigie.notice.message;

import java.util.List;
import java.util.stream.Stream;

/**
 * A notice that was written before.
 *
 * @param messageId as it was sent, with its angle brackets
 */
public record SentNotice(NoticeReference reference, String messageId) {

    /** At most as many: the first, under which threads are kept, and the latest (RFC 5322 section 3.6.4). */
    public static List<SentNotice> firstAndLatest(List<SentNotice> oldestFirst, int most) {
        var size = oldestFirst.size();
        return size <= most
                ? oldestFirst
                : Stream.concat(Stream.of(oldestFirst.getFirst()), oldestFirst.subList(size - most + 1, size).stream())
                        .toList();
    }
}
