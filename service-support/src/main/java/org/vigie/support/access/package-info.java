/** Who sends a request, and what they may do. */
@org.jspecify.annotations.NullMarked
package org.vigie.support.access;
