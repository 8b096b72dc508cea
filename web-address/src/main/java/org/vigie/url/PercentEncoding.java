package org.vigie.url;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Percent-encoding and its sets (WHATWG URL Standard, section 1.3). */
final class PercentEncoding {

    /** The characters a part of a URL does not show as they are, besides controls and everything beyond ASCII. */
    enum Set {
        FRAGMENT(" \"<>`"),
        /** For special schemes, which http and https are. */
        QUERY(" \"#<>'"),
        PATH(" \"#<>?^`{}"),
        USERINFO(" \"#<>?^`{}/:;=@[\\]|");

        private final String encoded;

        Set(String encoded) {
            this.encoded = encoded;
        }

        boolean contains(int octet) {
            return octet < 0x20 || octet > 0x7e || encoded.indexOf(octet) >= 0;
        }
    }

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private PercentEncoding() {}

    /** The text in UTF-8 with the set's octets as {@code %XX}; percent signs stay, whatever follows them. */
    static String encode(String text, Set set) {
        return needsNone(text, set) ? text : encoded(text, set);
    }

    private static boolean needsNone(String text, Set set) {
        for (int i = 0; i < text.length(); i++) {
            if (set.contains(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static String encoded(String text, Set set) {
        var encoded = new StringBuilder(text.length());
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            if (set.contains(octet & 0xff)) {
                encoded.append('%').append(HEX.toHexDigits(octet));
            } else {
                encoded.append((char) octet);
            }
        }
        return encoded.toString();
    }

    /** The octets, read as UTF-8; what is no UTF-8 becomes U+FFFD. A percent sign without two digits stays. */
    static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        var octets = text.getBytes(StandardCharsets.UTF_8);
        var decoded = new ByteArrayOutputStream(octets.length);
        for (int i = 0; i < octets.length; i++) {
            if (octets[i] == '%' && i + 2 < octets.length && Ascii.isHex(octets[i + 1]) && Ascii.isHex(octets[i + 2])) {
                decoded.write(Ascii.digit(octets[i + 1], 16) << 4 | Ascii.digit(octets[i + 2], 16));
                i += 2;
            } else {
                decoded.write(octets[i]);
            }
        }
        return decoded.toString(StandardCharsets.UTF_8);
    }

    /**
     * Upper-case triplets, with unreserved characters as themselves (RFC 3986, section 6.2.2); done twice it changes
     * nothing more. A character stays encoded where it would complete a triplet that a stray percent sign begins.
     */
    static String normalise(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        var normal = new StringBuilder(text.length());
        int stray = -3;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '%') {
                normal.append(c);
            } else if (i + 2 < text.length() && Ascii.isHex(text.charAt(i + 1)) && Ascii.isHex(text.charAt(i + 2))) {
                int octet = Ascii.digit(text.charAt(i + 1), 16) << 4 | Ascii.digit(text.charAt(i + 2), 16);
                boolean wouldComplete = normal.length() - stray <= 2 && Ascii.isHex(octet);
                if (Ascii.isUnreserved(octet) && !wouldComplete) {
                    normal.append((char) octet);
                } else {
                    normal.append('%').append(HEX.toHexDigits((byte) octet));
                }
                i += 2;
            } else {
                stray = normal.length();
                normal.append(c);
            }
        }
        return normal.toString();
    }
}
