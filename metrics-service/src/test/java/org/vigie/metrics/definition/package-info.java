/** Tests of what each number means. */
@org.jspecify.annotations.NullMarked
package org.vigie.metrics.definition;
