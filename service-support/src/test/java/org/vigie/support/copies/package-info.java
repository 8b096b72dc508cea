/** Tests of {@code org.vigie.support.copies}. */
@org.jspecify.annotations.NullMarked
package org.vigie.support.copies;
