/** Runs the erasure. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.retention.scheduling;
