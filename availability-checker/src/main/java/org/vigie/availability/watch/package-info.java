/** Watches: when a URL is checked, what a check says, and when that amounts to a removal. */
@org.jspecify.annotations.NullMarked
package org.vigie.availability.watch;
