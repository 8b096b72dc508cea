/** Tests of {@code org.vigie.support.store}. */
@org.jspecify.annotations.NullMarked
package org.vigie.support.store;
