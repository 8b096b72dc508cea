/** Batches: many reports that come in one request, stored before the answer and filed one by one. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.batch;
