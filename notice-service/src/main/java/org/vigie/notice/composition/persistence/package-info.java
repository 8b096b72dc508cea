/** Gatherings in MongoDB. */
@NullMarked
package org.vigie.notice.composition.persistence;

import org.jspecify.annotations.NullMarked;
