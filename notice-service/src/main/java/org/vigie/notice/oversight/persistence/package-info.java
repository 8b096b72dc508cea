/** The stop in MongoDB. */
@NullMarked
package org.vigie.notice.oversight.persistence;

import org.jspecify.annotations.NullMarked;
