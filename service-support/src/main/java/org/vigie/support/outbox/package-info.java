/** From a stored aggregate to its topics: store, then relay. */
@org.jspecify.annotations.NullMarked
package org.vigie.support.outbox;
