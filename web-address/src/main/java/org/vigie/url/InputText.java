package org.vigie.url;

/** Prepares a string for the parser (WHATWG URL Standard, section 4.4, steps 1 to 3). */
final class InputText {

    private InputText() {}

    /**
     * The string without controls and spaces around it and without tabs and line ends in it; lone surrogates become
     * U+FFFD.
     */
    static String clean(String input) {
        int start = 0;
        int end = input.length();
        while (start < end && input.charAt(start) <= ' ') {
            start++;
        }
        while (end > start && input.charAt(end - 1) <= ' ') {
            end--;
        }
        var trimmed = input.substring(start, end);
        return isClean(trimmed) ? trimmed : cleaned(trimmed);
    }

    /** Nearly every URL is. */
    private static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\t' || c == '\n' || c == '\r' || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    private static String cleaned(String given) {
        var text = new StringBuilder(given.length());
        given.codePoints()
                .filter(c -> c != '\t' && c != '\n' && c != '\r')
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xfffd : c)
                .forEach(text::appendCodePoint);
        return text.toString();
    }
}
