/** Tasks as figures for alerts. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.task.metrics;
