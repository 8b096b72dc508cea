/** What the world tells those who look at it from outside. */
@org.jspecify.annotations.NullMarked
package org.vigie.sandbox.control;
