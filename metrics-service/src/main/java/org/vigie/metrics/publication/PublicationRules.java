package org.vigie.metrics.publication;

import java.time.Duration;

/**
 * What may be published.
 *
 * @param settling between the end of the period and the as-of instant, so that slow removals are seen
 * @param namedFrom providers with at least so many targetings stand in the named table
 * @param smallestCount smaller counts, other than none, are not shown
 */
public record PublicationRules(Duration settling, int namedFrom, int smallestCount) {}
