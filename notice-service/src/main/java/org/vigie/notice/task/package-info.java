/** What only a person can do. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.task;
