/** Notices and gatherings in MongoDB. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.notice.persistence;
