/** What the addressee of a notice sees and says on the reply page and by the interface for answers. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.replypage;
