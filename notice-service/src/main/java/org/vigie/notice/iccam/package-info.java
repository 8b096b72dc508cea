/** The exchange with other hotlines through INHOPE's ICCAM: items come in as reports, and what was done goes back. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.iccam;
