package org.vigie.notice.iccam;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether and how items are exchanged.
 *
 * @param on whether they are
 * @param country ISO 3166-1 alpha-2, of our hotline
 * @param from only items that were assigned from then on are taken, absent for all
 * @param every between two looks for new items
 */
public record IccamRules(
        boolean on, String country, @Nullable Instant from, Duration every) {}
