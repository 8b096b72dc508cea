/** Notices: gathered, rendered, sent once, and what became of them. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.notice;
