package org.vigie.url;

/** URLs as people write them so that no program follows them. */
final class Defanged {

    private Defanged() {}

    /** {@code hxxp} for {@code http} and {@code [.]} for the dots of the host; userinfo left out. */
    static String of(WebUrl url) {
        var host = url.host().text();
        var href = url.href();
        var authority = href.indexOf("://") + 3;
        var behindHost = href.indexOf(host, authority + url.userinfo().length()) + host.length();
        return href.substring(0, authority).replace("http", "hxxp")
                + host.replace(".", "[.]")
                + href.substring(behindHost);
    }
}
