/** When cases are advanced. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.escalation.scheduling;
