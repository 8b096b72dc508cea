package org.vigie.url;

/** Questions about single ASCII characters; digits of other scripts are not digits here. */
final class Ascii {

    private Ascii() {}

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean isAlpha(int c) {
        return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    }

    static boolean isHex(int c) {
        return digit(c, 16) >= 0;
    }

    /** The value of a digit, or -1 if it is none in this radix. */
    static int digit(int c, int radix) {
        return c < 0x80 ? Character.digit(c, radix) : -1;
    }

    static boolean isSlash(int c) {
        return c == '/' || c == '\\';
    }

    /** RFC 3986, section 2.3. */
    static boolean isUnreserved(int c) {
        return isAlpha(c) || isDigit(c) || c == '-' || c == '.' || c == '_' || c == '~';
    }
}
