package org.vigie.notice.removal;

import org.jspecify.annotations.Nullable;
import org.vigie.events.HostKind;
import org.vigie.events.Locator;

/**
 * Where the content lies. Plain only in memory; its {@code toString} gives nothing away.
 *
 * @param url exact: canonical, with the fragment it was first reported with
 * @param host without a trailing dot
 * @param referrer the page the URL must be asked from, absent if none is known
 * @param foundOn the page it was seen on, absent if none is known
 */
public record Place(
        String url,
        String host,
        HostKind hostKind,
        Locator locator,
        @Nullable String referrer,
        @Nullable String foundOn) {

    /** Without a referrer or page, those of a later report are better than none. */
    Place completedBy(Place other) {
        return new Place(
                url,
                host,
                hostKind,
                locator,
                referrer == null ? other.referrer : referrer,
                foundOn == null ? other.foundOn : foundOn);
    }

    @Override
    public String toString() {
        return "Place[%s, %s]".formatted(hostKind, locator);
    }
}
