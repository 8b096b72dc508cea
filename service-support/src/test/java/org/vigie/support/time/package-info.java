/** Tests of {@code org.vigie.support.time}. */
@org.jspecify.annotations.NullMarked
package org.vigie.support.time;
