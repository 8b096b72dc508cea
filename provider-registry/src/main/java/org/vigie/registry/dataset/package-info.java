/** Reference data about networks, arranged for lookup. */
@NullMarked
package org.vigie.registry.dataset;

import org.jspecify.annotations.NullMarked;
