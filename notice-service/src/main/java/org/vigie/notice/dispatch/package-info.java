/** Notices: made, sent once, withdrawn, bounced, and their cases told. */
@NullMarked
package org.vigie.notice.dispatch;

import org.jspecify.annotations.NullMarked;
