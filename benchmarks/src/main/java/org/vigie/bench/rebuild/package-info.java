/** How long counting everything anew takes beside reading it, and how much memory what is counted takes. */
@NullMarked
package org.vigie.bench.rebuild;

import org.jspecify.annotations.NullMarked;
