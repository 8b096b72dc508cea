/** When batches are worked on. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.batch.scheduling;
