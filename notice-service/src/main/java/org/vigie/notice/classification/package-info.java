/** Assessors' decisions on content units. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.classification;
