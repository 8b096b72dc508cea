/** What Prometheus is told of cases and of the stop. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.oversight.meters;
