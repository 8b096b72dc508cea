/** Tasks in MongoDB. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.task.persistence;
