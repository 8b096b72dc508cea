/** Removal cases: what we know of a URL, what we do about it, and what is to be done next. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.removal;
