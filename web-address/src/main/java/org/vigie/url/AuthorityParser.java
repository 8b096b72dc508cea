package org.vigie.url;

import org.jspecify.annotations.Nullable;
import org.vigie.url.ParseResult.Reason;
import org.vigie.url.UrlRecord.Authority;

/** Reads user, password, host and port (WHATWG URL Standard, section 4.4, the authority, host and port states). */
final class AuthorityParser {

    private static final int MAX_PORT = 65535;

    private AuthorityParser() {}

    static Authority parse(String text, Scheme scheme) throws NotAUrl {
        int at = text.lastIndexOf('@');
        var hostAndPort = text.substring(at + 1);
        int colon = portColon(hostAndPort);
        var host = HostParser.parse(colon < 0 ? hostAndPort : hostAndPort.substring(0, colon))
                .orElseThrow(() -> new NotAUrl(Reason.INVALID_HOST));
        var port = colon < 0 ? null : port(hostAndPort.substring(colon + 1), scheme);
        return new Authority(at < 0 ? "" : userinfo(text.substring(0, at)), host, port);
    }

    /** The first colon outside brackets, or -1. */
    private static int portColon(String text) {
        boolean inBrackets = false;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '[' -> inBrackets = true;
                case ']' -> inBrackets = false;
                case ':' -> {
                    if (!inBrackets) {
                        return i;
                    }
                }
                default -> {}
            }
        }
        return -1;
    }

    /** The port, absent if it is empty or the scheme's own. */
    private static @Nullable Integer port(String digits, Scheme scheme) throws NotAUrl {
        int port = 0;
        for (int i = 0; i < digits.length(); i++) {
            port = port * 10 + Ascii.digit(digits.charAt(i), 10);
            if (!Ascii.isDigit(digits.charAt(i)) || port > MAX_PORT) {
                throw new NotAUrl(Reason.INVALID_PORT);
            }
        }
        return digits.isEmpty() || port == scheme.defaultPort() ? null : port;
    }

    private static String userinfo(String text) {
        int colon = text.indexOf(':');
        var user = encoded(colon < 0 ? text : text.substring(0, colon));
        var password = colon < 0 ? "" : encoded(text.substring(colon + 1));
        return password.isEmpty() ? user : user + ":" + password;
    }

    private static String encoded(String text) {
        return PercentEncoding.encode(text, PercentEncoding.Set.USERINFO);
    }
}
