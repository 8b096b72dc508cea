/** What tests stand on: a clock that moves when told, one broker and one store per test JVM, and what was skipped. */
@org.jspecify.annotations.NullMarked
package org.vigie.testing;
