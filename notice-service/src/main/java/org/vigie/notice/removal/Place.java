package org.vigie.notice.removal;

import static org.vigie.events.removal.LocationSnapshot.Location.ERASED;

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

    /** What stands in its place once it is erased. */
    public Place erased() {
        return new Place(ERASED.url(), "erased.invalid", hostKind, locator, null, null);
    }

    public boolean wasErased() {
        return url.equals(ERASED.url());
    }

    /**
     * Without a referrer or page, those of a later report are better than none; so is all of it after it was erased.
     */
    Place completedBy(Place other) {
        return wasErased() ? other : withMissingOf(other);
    }

    private Place withMissingOf(Place other) {
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
