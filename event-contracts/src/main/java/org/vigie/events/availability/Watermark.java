package org.vigie.events.availability;

import org.vigie.events.Amount;
import org.vigie.events.Passed;

/**
 * Up to when the cases of one partition were checked as planned. Topic {@code watermarks.v1}, compacted, keyed by
 * partition.
 *
 * @param partition of {@code locations.v1}
 * @param version the instant itself, epoch milliseconds: every look due before it has been made
 */
public record Watermark(@Amount int partition, @Passed long version) {}
