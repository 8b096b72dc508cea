/** What Prometheus is told of tasks. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.task.meters;
