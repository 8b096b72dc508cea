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
        var text = new StringBuilder(end - start);
        input.substring(start, end)
                .codePoints()
                .filter(c -> c != '\t' && c != '\n' && c != '\r')
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xfffd : c)
                .forEach(text::appendCodePoint);
        return text.toString();
    }
}
