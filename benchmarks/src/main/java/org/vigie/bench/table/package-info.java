/** {@code ./vigie table}: invented events that add up to the report's figures, counted by metrics-service. */
@NullMarked
package org.vigie.bench.table;

import org.jspecify.annotations.NullMarked;
