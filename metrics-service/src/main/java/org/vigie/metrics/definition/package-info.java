/** What each number means. */
@org.jspecify.annotations.NullMarked
package org.vigie.metrics.definition;
