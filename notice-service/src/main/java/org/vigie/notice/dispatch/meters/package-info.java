/** What Prometheus is told of notices. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.dispatch.meters;
