/** Reference counters in MongoDB. */
@NullMarked
package org.vigie.notice.reference.persistence;

import org.jspecify.annotations.NullMarked;
