package org.vigie.sandbox.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the world has to do.
 *
 * @param idle nothing is due
 * @param nextDue when something will be, absent if nothing is left
 * @param begun how many things were ever handed in: the same number twice means that nothing happened in between
 */
public record Pending(boolean idle, @Nullable Instant nextDue, long begun) {}
