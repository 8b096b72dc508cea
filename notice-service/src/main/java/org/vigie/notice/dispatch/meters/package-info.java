/** What Prometheus is told of notices. */
@NullMarked
package org.vigie.notice.dispatch.meters;

import org.jspecify.annotations.NullMarked;
