/** Keys that partners without an issuer ask with: given out, shown once, replaced, taken back. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.apikey;
