/** Tests of {@code org.vigie.support.events}. */
@org.jspecify.annotations.NullMarked
package org.vigie.support.events;
