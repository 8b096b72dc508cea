package org.vigie.notice.message;

import org.vigie.url.MailAddress;

/** What may stand in a mail header. */
public final class HeaderText {

    private static final int LONGEST = 200;
    private static final String ENCODED_WORD = "=?";

    private HeaderText() {}

    /**
     * The value itself.
     *
     * @throws UnsafeNotice if it holds a control character, a Unicode line break, the beginning of an encoded word
     *     (some readers decode it where RFC 2047 section 5 forbids it, in quotes too) or more than 200 characters
     */
    public static String require(String field, String value) {
        if (!isSafe(value)) {
            throw new UnsafeNotice(field);
        }
        return value;
    }

    /**
     * The mail address as it is written to (see {@link MailAddress#parse}).
     *
     * @throws UnsafeNotice if it is anything but one plain address
     */
    public static String requireAddress(String address) {
        return MailAddress.parse(address).orElseThrow(() -> new UnsafeNotice("address"));
    }

    static boolean isSafe(String value) {
        return value.length() <= LONGEST
                && !value.contains(ENCODED_WORD)
                && value.codePoints().noneMatch(HeaderText::breaksLines);
    }

    /**
     * Control characters (U+0000-001F, U+007F-009F with NEL), U+2028, U+2029, directional marks and lone surrogates.
     */
    public static boolean breaksLines(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.FORMAT -> true;
            default -> false;
        };
    }
}
