/** Read copies of other services' snapshots. */
@org.jspecify.annotations.NullMarked
package org.vigie.support.copies;
