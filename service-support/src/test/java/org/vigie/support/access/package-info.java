/** Who sends a request, tested. */
@org.jspecify.annotations.NullMarked
package org.vigie.support.access;
