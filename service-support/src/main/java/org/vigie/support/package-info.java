/** What all four services share; something moves here at its third use. */
@org.jspecify.annotations.NullMarked
package org.vigie.support;
