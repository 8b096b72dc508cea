package org.vigie.metrics.removal.web;

import org.vigie.metrics.volume.CaseFigures;

/**
 * What the cases behind a row say.
 *
 * @param ownDelay ours and not the provider's: to be read beside the row
 */
record CasesView(OwnDelay ownDelay, ReappearanceView reappearance) {

    static CasesView of(CaseFigures figures) {
        return new CasesView(OwnDelay.of(figures.ownDelay()), ReappearanceView.of(figures.reappearance()));
    }
}
