/** The reply page, and the same in JSON. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.replypage.web;
