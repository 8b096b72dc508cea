/** Tests of when reports are applied. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.report.scheduling;
