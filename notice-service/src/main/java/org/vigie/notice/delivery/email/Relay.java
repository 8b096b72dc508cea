package org.vigie.notice.delivery.email;

import java.net.InetAddress;
import java.util.regex.Pattern;

/**
 * Where mail is handed in.
 *
 * @param tls STARTTLS with a certificate for this host is required; without it nothing is said in the open
 */
record Relay(String host, int port, boolean tls) {

    private static final Pattern WRITTEN = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]+):([0-9]{1,5})");

    /** Reads {@code host:port}, {@code 192.0.2.1:25} or {@code [2001:db8::1]:25}. */
    static Relay parse(String written) {
        var matcher = WRITTEN.matcher(written.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("VIGIE_SMTP: not host:port");
        }
        var port = Integer.parseInt(matcher.group(2));
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("VIGIE_SMTP: %d is not a port".formatted(port));
        }
        var host = matcher.group(1).replaceAll("[\\[\\]]", "");
        return new Relay(host, port, !loopback(host));
    }

    private static boolean loopback(String host) {
        if (host.equalsIgnoreCase("localhost")) {
            return true;
        }
        try {
            return InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException _) {
            return false; // a name: what it resolves to is not asked
        }
    }
}
