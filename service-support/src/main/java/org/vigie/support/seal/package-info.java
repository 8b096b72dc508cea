/** Keysets, and what is sealed with them: URLs, hashes, and what belongs to them. */
@org.jspecify.annotations.NullMarked
package org.vigie.support.seal;
