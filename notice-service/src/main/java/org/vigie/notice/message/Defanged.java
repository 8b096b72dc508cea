package org.vigie.notice.message;

/** A URL that a person can read and no mail client turns into a link. */
public final class Defanged {

    private Defanged() {}

    /** {@code hxxps://www[.]example[.]test/a.jpg} for {@code https://www.example.test/a.jpg}. */
    public static String url(String url) {
        var scheme = url.indexOf("://");
        if (scheme < 0) {
            return host(url);
        }
        var path = pathStart(url, scheme + 3);
        return url.substring(0, scheme).replaceFirst("(?i)^http", "hxxp")
                + "://"
                + host(url.substring(scheme + 3, path))
                + url.substring(path).replace("://", "[:]//").replace("www.", "www[.]");
    }

    /** {@code www[.]example[.]test}; colons of an IPv6 address are bracketed too. */
    public static String host(String host) {
        var dotted = host.replace(".", "[.]");
        return host.startsWith("[") ? dotted.replace(":", "[:]") : dotted;
    }

    private static int pathStart(String url, int from) {
        for (var i = from; i < url.length(); i++) {
            if ("/?#".indexOf(url.charAt(i)) >= 0) {
                return i;
            }
        }
        return url.length();
    }
}
