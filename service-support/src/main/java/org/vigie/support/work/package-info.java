/** Work that is due at an instant of the one clock, and whether any is left. */
@org.jspecify.annotations.NullMarked
package org.vigie.support.work;
