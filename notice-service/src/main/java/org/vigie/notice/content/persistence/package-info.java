/** Contents in MongoDB. */
@NullMarked
package org.vigie.notice.content.persistence;

import org.jspecify.annotations.NullMarked;
