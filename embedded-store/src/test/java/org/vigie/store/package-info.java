/** Tests of the embedded store. */
@org.jspecify.annotations.NullMarked
package org.vigie.store;
