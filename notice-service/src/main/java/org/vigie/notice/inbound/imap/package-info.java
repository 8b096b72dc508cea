/** Fetches mail from its mailbox. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.inbound.imap;
