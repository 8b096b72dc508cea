/** Batches in MongoDB. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.batch.persistence;
