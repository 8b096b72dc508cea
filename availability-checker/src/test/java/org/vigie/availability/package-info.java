/** Tests of the availability checker. */
@org.jspecify.annotations.NullMarked
package org.vigie.availability;
