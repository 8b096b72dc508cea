package org.vigie.metrics.volume;

import org.vigie.metrics.statistics.Share;

/** Of the cases that were removed at least that long before, those whose same URL was back within it. */
public record Reappearance(Share within30Days, Share within180Days) {}
