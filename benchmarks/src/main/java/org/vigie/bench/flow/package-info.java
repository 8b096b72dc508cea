/**
 * A flood of reports through the whole system, followed to the mail and to the indicator; run by {@code vigie bench
 * flow}.
 */
@org.jspecify.annotations.NullMarked
package org.vigie.bench.flow;
