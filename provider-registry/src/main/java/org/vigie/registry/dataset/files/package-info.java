/** Reference data as files the operator gives. */
@NullMarked
package org.vigie.registry.dataset.files;

import org.jspecify.annotations.NullMarked;
