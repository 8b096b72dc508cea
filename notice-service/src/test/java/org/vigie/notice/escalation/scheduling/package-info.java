@NullMarked
package org.vigie.notice.escalation.scheduling;

import org.jspecify.annotations.NullMarked;
