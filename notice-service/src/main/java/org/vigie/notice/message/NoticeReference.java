package org.vigie.notice.message;

import java.util.regex.Pattern;

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

    @Override
    public String toString() {
        return number + "/" + sequence;
    }
}
