/** Batches over HTTP. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.batch.web;
