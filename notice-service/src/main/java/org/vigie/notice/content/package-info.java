/** Contents: which hashes are one, what assessors say of it, and what follows wherever it is known. */
@NullMarked
package org.vigie.notice.content;

import org.jspecify.annotations.NullMarked;
