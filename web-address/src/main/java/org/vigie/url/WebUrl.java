package org.vigie.url;

import java.util.Optional;

/**
 * An http or https URL as browsers read it. Two are equal if they serialise alike; {@link #contentKey()} is what tells
 * one content's place from another's. Its {@code toString} shows the kind of the host only, so that a log cannot give
 * it away.
 */
public final class WebUrl {

    /** The most characters (UTF-16 units) a URL may have, as given and as serialised. */
    public static final int MAX_LENGTH = 8 * 1024;

    private final UrlRecord parts;

    WebUrl(UrlRecord parts) {
        this.parts = parts;
    }

    /** Reads an absolute URL (WHATWG URL Standard, section 4.4). Never throws, whatever the string. */
    public static ParseResult parse(String text) {
        return UrlParser.parse(text, null);
    }

    /**
     * Reads a URL that may be relative to another, such as the target of a redirect. Never throws, whatever the string.
     */
    public static ParseResult parse(String text, WebUrl base) {
        return UrlParser.parse(text, base.parts);
    }

    public Scheme scheme() {
        return parts.scheme();
    }

    public Host host() {
        return parts.authority().host();
    }

    /** The host without a trailing dot: for keys, certificates and server name indication. IPv6 keeps its brackets. */
    public String hostWithoutDot() {
        return host().withoutDot();
    }

    /** The port to connect to, 0 to 65535: the one given or the scheme's own. */
    public int port() {
        var port = parts.authority().port();
        return port == null ? scheme().defaultPort() : port;
    }

    /** The path as serialised; begins with a slash. */
    public String path() {
        return parts.path();
    }

    /** The query as serialised, without its question mark; absent if there is none, empty if there is only the mark. */
    public Optional<String> query() {
        return Optional.ofNullable(parts.query());
    }

    /** User and password as serialised, which are evidence and never credentials to send; empty if there are none. */
    public String userinfo() {
        return parts.authority().userinfo();
    }

    /** What to ask the server for: path and query, byte for byte as a browser sends them (RFC 9112, section 3.2.1). */
    public String requestTarget() {
        return path() + queryWithMark();
    }

    /**
     * What a server is asked for: scheme, host without trailing dot, port unless it is the scheme's own, path and query
     * with upper-case triplets and unreserved characters decoded. Userinfo and fragment are left out; nothing is
     * reordered.
     */
    public String canonical() {
        return scheme().text() + "://" + hostWithoutDot() + portWithColon()
                + PercentEncoding.normalise(requestTarget());
    }

    /** {@link #canonical()} and the fragment as it was given: all that leads a person to the content. */
    public String exact() {
        var fragment = parts.fragment();
        return fragment == null ? canonical() : canonical() + "#" + fragment;
    }

    /**
     * The key of a content: {@link #canonical()}, and the fragment where it tells one content of a page from another.
     */
    public String contentKey() {
        var fragment = parts.fragment();
        return leadsByFragment()
                ? canonical() + "#" + PercentEncoding.normalise(Fragments.place(fragment))
                : canonical();
    }

    /**
     * Whether the fragment tells which content of a page is meant. No server sees it, so that an answer to the URL says
     * nothing of this content as long as the page itself is there.
     */
    public boolean leadsByFragment() {
        return Fragments.tellsContentsApart(parts.fragment());
    }

    /** How long {@link #href()} is. */
    int length() {
        var query = parts.query();
        var fragment = parts.fragment();
        return scheme().text().length()
                + "://".length()
                + (userinfo().isEmpty() ? 0 : userinfo().length() + 1)
                + host().text().length()
                + portWithColon().length()
                + path().length()
                + (query == null ? 0 : query.length() + 1)
                + (fragment == null ? 0 : fragment.length() + 1);
    }

    /**
     * Host without trailing dot and path, spelled as in {@link #canonical()}: what a rule for a part of a site names.
     */
    public String place() {
        return hostWithoutDot() + PercentEncoding.normalise(path());
    }

    /** The URL as the WHATWG URL Standard, section 4.5, serialises it, userinfo and fragment included. */
    public String href() {
        var fragment = parts.fragment();
        return scheme().text()
                + "://"
                + (userinfo().isEmpty() ? "" : userinfo() + "@")
                + host().text()
                + portWithColon()
                + requestTarget()
                + (fragment == null ? "" : "#" + fragment);
    }

    private String queryWithMark() {
        return parts.query() == null ? "" : "?" + parts.query();
    }

    private String portWithColon() {
        var port = parts.authority().port();
        return port == null ? "" : ":" + port;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WebUrl url && url.parts.equals(parts);
    }

    @Override
    public int hashCode() {
        return parts.hashCode();
    }

    @Override
    public String toString() {
        return "WebUrl[" + host().kind() + "]";
    }
}
