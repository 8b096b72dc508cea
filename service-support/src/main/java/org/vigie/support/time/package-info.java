/** The one clock. */
@org.jspecify.annotations.NullMarked
package org.vigie.support.time;
