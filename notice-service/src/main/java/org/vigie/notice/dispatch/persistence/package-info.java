/** Notices in MongoDB. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.dispatch.persistence;
