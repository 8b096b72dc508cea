/** Frozen sets of indicators, approved by two people, for regulators and the public. */
@org.jspecify.annotations.NullMarked
package org.vigie.metrics.publication;
