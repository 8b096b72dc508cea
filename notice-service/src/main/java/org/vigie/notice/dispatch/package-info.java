/** Notices: made, sent once, withdrawn, bounced, and their cases told. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.dispatch;
