/** What Prometheus is told of the kill switch. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.stop.meters;
