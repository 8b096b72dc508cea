@NullMarked
package org.vigie.notice.retention.scheduling;

import org.jspecify.annotations.NullMarked;
