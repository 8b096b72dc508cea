package org.vigie.notice.oversight.web;

import org.jspecify.annotations.Nullable;
import org.vigie.notice.removal.Place;

/** Where the content lies, as it was reported. */
record Revealed(
        String url, @Nullable String referrer, @Nullable String foundOn) {

    static Revealed of(Place place) {
        return new Revealed(place.url(), place.referrer(), place.foundOn());
    }
}
