/** Signed links and keys by which the addressee of a notice answers it. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.replylink;
