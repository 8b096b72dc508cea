/** Contents in MongoDB. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.content.persistence;
