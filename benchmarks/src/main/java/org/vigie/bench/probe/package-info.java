/** The availability probe beside programs that ask the same servers; run by {@code probe-beside-peers.sh}. */
@org.jspecify.annotations.NullMarked
package org.vigie.bench.probe;
