package org.vigie.notice.message;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a notice is called, such as {@code RN-2026-00000042/3}.
 *
 * @param number {@code RN-YYYY-NNNNNNNN}
 * @param sequence 1 for the first message under this number, then counting up
 */
public record NoticeReference(String number, int sequence) {

    private static final Pattern NUMBER = Pattern.compile("RN-[0-9]{4}-[0-9]{8}");

    public NoticeReference {
        if (!NUMBER.matcher(number).matches() || sequence < 1) {
            throw new IllegalArgumentException("not a notice reference");
        }
    }

    /** At most as many: the first, under which threads are kept, and the latest (RFC 5322 section 3.6.4). */
    public static List<NoticeReference> firstAndLatest(List<NoticeReference> oldestFirst, int most) {
        var size = oldestFirst.size();
        return size <= most
                ? oldestFirst
                : Stream.concat(Stream.of(oldestFirst.getFirst()), oldestFirst.subList(size - most + 1, size).stream())
                        .toList();
    }

    @Override
    public String toString() {
        return number + "/" + sequence;
    }
}
