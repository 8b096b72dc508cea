/** What whoever holds something about a case answers for when the case is erased. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.erasure;
