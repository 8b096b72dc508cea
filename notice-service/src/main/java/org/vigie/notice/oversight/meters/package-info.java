/** What Prometheus is told of cases and of the stop. */
@NullMarked
package org.vigie.notice.oversight.meters;

import org.jspecify.annotations.NullMarked;
