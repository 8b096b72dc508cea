/** The world's name server. */
@org.jspecify.annotations.NullMarked
package org.vigie.sandbox.names;
