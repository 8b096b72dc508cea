@NullMarked
package org.vigie.notice.escalation;

import org.jspecify.annotations.NullMarked;
