/** Numbers about the data sets. */
@NullMarked
package org.vigie.registry.dataset.metrics;

import org.jspecify.annotations.NullMarked;
