/** What people see, decide and stop: holds, retractions, approvals, classifications, disputes, tasks, the stop. */
@NullMarked
package org.vigie.notice.oversight;

import org.jspecify.annotations.NullMarked;
