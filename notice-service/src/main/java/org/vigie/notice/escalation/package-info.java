/** What is done next about a case, to whom and when: pure decisions, and what carries them out. */
@NullMarked
package org.vigie.notice.escalation;

import org.jspecify.annotations.NullMarked;
