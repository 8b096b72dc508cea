package org.vigie.url;

import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses of web forms and pages that people open: the one rule of every service for them. */
public final class HttpsAddress {

    private static final Pattern PLAIN = Pattern.compile("[!-~&&[^\"<>\\\\]]+");

    private HttpsAddress() {}

    /** The URL as it is opened; empty if the text is anything but an https URL without user and password. */
    public static Optional<String> parse(String text) {
        return WebUrl.parse(text)
                .found()
                .filter(url -> url.scheme() == Scheme.HTTPS && url.userinfo().isEmpty())
                .map(WebUrl::href)
                .filter(href -> PLAIN.matcher(href).matches());
    }

    /** Whether it can be opened as it stands, and written into any text or header. */
    public static boolean is(String text) {
        return PLAIN.matcher(text).matches() && parse(text).isPresent();
    }
}
