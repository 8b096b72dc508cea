/** What is done next about a case, to whom and when: pure decisions, and what carries them out. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.escalation;
