package org.vigie.metrics.removal.web;

import org.vigie.metrics.volume.Reappearance;

/** Of the cases removed that long ago, those whose URL came back within it. */
record ReappearanceView(ShareView within30d, ShareView within180d) {

    static ReappearanceView of(Reappearance reappearance) {
        return new ReappearanceView(
                ShareView.of(reappearance.within30Days()), ShareView.of(reappearance.within180Days()));
    }
}
