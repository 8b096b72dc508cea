/** What chains carry sealed, opened with the keyset of locations. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.composition.sealing;
