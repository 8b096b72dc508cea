/** When reports are applied, and looked at for their partners. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.report.scheduling;
