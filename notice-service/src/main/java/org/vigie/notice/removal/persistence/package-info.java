/** Cases in MongoDB. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.removal.persistence;
