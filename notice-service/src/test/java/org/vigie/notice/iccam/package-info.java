/** The exchange with ICCAM, against what is known of it. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.iccam;
