package org.vigie.metrics.publication;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What may be published.
 *
 * @param publisher who publishes; nothing is prepared while it is absent
 * @param trial whether figures of any period may be frozen, for a look at the page; each says that it is a trial
 * @param settling between the end of the period and the as-of instant, so that slow removals are seen
 * @param namedFrom providers with at least so many targetings stand in the named table
 * @param smallestCount smaller counts, other than none, are not shown
 */
public record PublicationRules(
        @Nullable Publisher publisher, boolean trial, Duration settling, int namedFrom, int smallestCount) {}
