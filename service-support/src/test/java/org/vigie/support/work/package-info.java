/** Tests of {@code org.vigie.support.work}. */
@org.jspecify.annotations.NullMarked
package org.vigie.support.work;
