package org.vigie.url;

import java.util.Locale;

/** The schemes a web address can have. */
public enum Scheme {
    HTTP(80),
    HTTPS(443);

    private final int defaultPort;

    Scheme(int defaultPort) {
        this.defaultPort = defaultPort;
    }

    /** The port used when the URL names none. */
    public int defaultPort() {
        return defaultPort;
    }

    /** The scheme as it is written in a URL, without the colon. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
