package org.vigie.url;

import org.jspecify.annotations.Nullable;

/** The parts of a URL, each as the WHATWG URL Standard, section 4.1, keeps it. */
record UrlRecord(
        Scheme scheme,
        Authority authority,
        String path,
        @Nullable String query,
        @Nullable String fragment) {

    /**
     * Where a URL points to.
     *
     * @param userinfo user and password as serialised, empty if there are none
     * @param port absent if it is the scheme's own
     */
    record Authority(String userinfo, Host host, @Nullable Integer port) {}
}
