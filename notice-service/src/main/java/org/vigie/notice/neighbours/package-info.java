/** The other services of this installation, as the desk asks them. */
@NullMarked
package org.vigie.notice.neighbours;

import org.jspecify.annotations.NullMarked;
