/** Publications as they were frozen. */
@org.jspecify.annotations.NullMarked
package org.vigie.metrics.publication.persistence;
