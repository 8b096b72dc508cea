/** Data set files, in tests. */
@NullMarked
package org.vigie.registry.dataset.files;

import org.jspecify.annotations.NullMarked;
