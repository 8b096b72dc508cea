/** A small invented world on loopback, a process of its own that behaves as its script says. */
@org.jspecify.annotations.NullMarked
package org.vigie.sandbox;
