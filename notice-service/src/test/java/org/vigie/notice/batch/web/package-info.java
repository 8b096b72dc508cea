/** What bodies of batches may hold. */
@NullMarked
package org.vigie.notice.batch.web;

import org.jspecify.annotations.NullMarked;
