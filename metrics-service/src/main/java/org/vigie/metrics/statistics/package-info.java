/** How often, how long and how sure: estimators on whole hours, with no knowledge of providers. */
@org.jspecify.annotations.NullMarked
package org.vigie.metrics.statistics;
