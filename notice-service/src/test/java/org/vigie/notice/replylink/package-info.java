@org.jspecify.annotations.NullMarked
package org.vigie.notice.replylink;
