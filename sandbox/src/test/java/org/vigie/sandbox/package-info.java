/** Tests of the world as a whole. */
@org.jspecify.annotations.NullMarked
package org.vigie.sandbox;
