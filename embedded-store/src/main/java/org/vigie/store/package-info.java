/** The embedded store: MongoDB's protocol over RocksDB in this JVM. */
@org.jspecify.annotations.NullMarked
package org.vigie.store;
