package org.vigie.metrics.volume;

/** What the cases behind a row say: how long they waited for us, and how many came back. */
public record CaseFigures(Delays ownDelay, Reappearance reappearance) {

    /** Of no case at all. */
    public static final CaseFigures NONE =
            new CaseFigures(new DelaysSum().delays(), new ReturnsSum(null).reappearance());
}
