/** Keeps count of what was erased. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.retention.persistence;
