/** Tests of {@code org.vigie.support.outbox}. */
@org.jspecify.annotations.NullMarked
package org.vigie.support.outbox;
