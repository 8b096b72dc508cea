/** Is a URL still reachable, and since when not. */
@org.jspecify.annotations.NullMarked
package org.vigie.availability;
