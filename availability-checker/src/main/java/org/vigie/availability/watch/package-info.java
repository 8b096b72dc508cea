/** Watches: when a URL is looked at, what a look says, and when that amounts to a removal. */
@org.jspecify.annotations.NullMarked
package org.vigie.availability.watch;
