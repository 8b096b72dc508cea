/** Codes of the reply page in MongoDB. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.replypage.persistence;
