/** Providers' answers over HTTP. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.reply.web;
