package org.vigie.url;

/** Writes IPv6 addresses (WHATWG URL Standard, section 3.6, the IPv6 serializer). */
final class Ipv6Text {

    private static final int PIECES = 8;

    private Ipv6Text() {}

    static String of(long high, long low) {
        var pieces = new int[PIECES];
        for (int i = 0; i < PIECES; i++) {
            pieces[i] = (int) ((i < 4 ? high : low) >>> (48 - 16 * (i % 4))) & 0xffff;
        }
        return write(pieces, longestRunOfZeros(pieces));
    }

    private static String write(int[] pieces, Run zeros) {
        var text = new StringBuilder();
        for (int i = 0; i < PIECES; i++) {
            if (i == zeros.start()) {
                text.append(i == 0 ? "::" : ":");
                i += zeros.length() - 1;
                continue;
            }
            text.append(Integer.toHexString(pieces[i]));
            if (i < PIECES - 1) {
                text.append(':');
            }
        }
        return text.toString();
    }

    /** The first of the longest runs of at least two zeros. */
    private static Run longestRunOfZeros(int[] pieces) {
        var longest = new Run(-1, 1);
        int start = 0;
        for (int i = 0; i < PIECES; i++) {
            if (pieces[i] != 0) {
                start = i + 1;
            } else if (i + 1 - start > longest.length()) {
                longest = new Run(start, i + 1 - start);
            }
        }
        return longest;
    }

    private record Run(int start, int length) {}
}
