/** Tests of {@code org.vigie.support.reseal}. */
@org.jspecify.annotations.NullMarked
package org.vigie.support.reseal;
