/** Contents: which hashes are one, what assessors say of it, and what follows wherever it is known. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.content;
