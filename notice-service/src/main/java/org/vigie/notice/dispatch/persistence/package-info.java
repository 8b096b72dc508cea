/** Notices in MongoDB. */
@NullMarked
package org.vigie.notice.dispatch.persistence;

import org.jspecify.annotations.NullMarked;
