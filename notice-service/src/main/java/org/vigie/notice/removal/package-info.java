/** Removal cases: one URL and everything that is known, decided and done about it, and what was targeted. */
@NullMarked
package org.vigie.notice.removal;

import org.jspecify.annotations.NullMarked;
