/** Reports: what somebody hands in, stored before the answer and applied once. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.report;
