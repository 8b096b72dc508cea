/** Takes a message apart within strict limits. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.inbound.mime;
