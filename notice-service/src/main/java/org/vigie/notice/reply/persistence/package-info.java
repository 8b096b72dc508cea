/** Providers' answers in MongoDB. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.reply.persistence;
