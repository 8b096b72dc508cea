/** What Prometheus is told of cases. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.removal.meters;
