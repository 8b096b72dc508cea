package org.vigie.url;

import java.util.Optional;

/** Reads IPv6 addresses (WHATWG URL Standard, section 3.5, the IPv6 parser). No zone identifiers. */
final class Ipv6Parser {

    private static final int PIECES = 8;
    private static final int NONE = -1;

    private final String input;
    private final int[] pieces = new int[PIECES];
    private int at;
    private int piece;
    private int compressed = NONE;

    private Ipv6Parser(String input) {
        this.input = input;
    }

    /** The address, or empty if the text (without brackets) is none. */
    static Optional<Host.Ipv6> parse(String text) {
        var parser = new Ipv6Parser(text);
        return parser.readBeginning() && parser.readPieces() && parser.expand()
                ? Optional.of(parser.host())
                : Optional.empty();
    }

    /** Two colons at the beginning, or none. */
    private boolean readBeginning() {
        if (peek(0) == ':') {
            if (peek(1) != ':') {
                return false;
            }
            at += 2;
            compressed = ++piece;
        }
        return true;
    }

    private boolean readPieces() {
        while (at < input.length()) {
            if (piece == PIECES) {
                return false;
            }
            if (peek(0) == ':') {
                if (compressed != NONE) {
                    return false;
                }
                at++;
                compressed = ++piece;
                continue;
            }
            int start = at;
            int value = readHex();
            if (peek(0) == '.') {
                at = start;
                return start < input.length() && Ascii.isDigit(peek(0)) && readIpv4();
            }
            if (!endPiece()) {
                return false;
            }
            pieces[piece++] = value;
        }
        return true;
    }

    private int readHex() {
        int value = 0;
        for (int length = 0; length < 4 && Ascii.isHex(peek(0)); length++) {
            value = value << 4 | Ascii.digit(peek(0), 16);
            at++;
        }
        return value;
    }

    /** A piece ends at the end, or at a colon that something follows. */
    private boolean endPiece() {
        if (at == input.length()) {
            return true;
        }
        return input.charAt(at++) == ':' && at < input.length();
    }

    /** Four decimal numbers without leading zeros, which must be the end. */
    private boolean readIpv4() {
        if (piece > PIECES - 2) {
            return false;
        }
        for (int seen = 0; seen < 4; seen++) {
            if (seen > 0 && next() != '.') {
                return false;
            }
            int number = readDecimalOctet();
            if (number < 0) {
                return false;
            }
            pieces[piece] = pieces[piece] << 8 | number;
            if (seen % 2 == 1) {
                piece++;
            }
        }
        return at == input.length();
    }

    private int readDecimalOctet() {
        if (!Ascii.isDigit(peek(0))) {
            return -1;
        }
        int number = next() - '0';
        while (Ascii.isDigit(peek(0))) {
            if (number == 0) {
                return -1;
            }
            number = number * 10 + next() - '0';
            if (number > 255) {
                return -1;
            }
        }
        return number;
    }

    private boolean expand() {
        if (compressed == NONE) {
            return piece == PIECES;
        }
        int to = PIECES - 1;
        for (int from = piece - 1; from >= compressed; from--, to--) {
            int moved = pieces[from];
            pieces[from] = 0;
            pieces[to] = moved;
        }
        return true;
    }

    private Host.Ipv6 host() {
        return new Host.Ipv6(joined(0), joined(4));
    }

    private long joined(int first) {
        long joined = 0;
        for (int i = first; i < first + 4; i++) {
            joined = joined << 16 | pieces[i];
        }
        return joined;
    }

    /** The character so far ahead, or NUL past the end; NUL is no part of an address either. */
    private char peek(int ahead) {
        return at + ahead < input.length() ? input.charAt(at + ahead) : 0;
    }

    private char next() {
        var c = peek(0);
        at++;
        return c;
    }
}
