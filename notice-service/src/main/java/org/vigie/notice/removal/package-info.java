/** Removal cases: one URL and everything that is known, decided and done about it, and what was targeted. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.removal;
