/** What chains carry sealed, opened with the keyset of locations. */
@NullMarked
package org.vigie.notice.composition.sealing;

import org.jspecify.annotations.NullMarked;
