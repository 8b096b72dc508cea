/** Tests of {@code org.vigie.support.seal}. */
@org.jspecify.annotations.NullMarked
package org.vigie.support.seal;
