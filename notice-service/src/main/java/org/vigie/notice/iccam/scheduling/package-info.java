/** When ICCAM is asked and told. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.iccam.scheduling;
