/** What Prometheus is told of the exchange with ICCAM. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.iccam.meters;
