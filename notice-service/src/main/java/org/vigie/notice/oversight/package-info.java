/** What people see, decide and stop: holds, retractions, approvals, classifications, disputes, tasks, the stop. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.oversight;
