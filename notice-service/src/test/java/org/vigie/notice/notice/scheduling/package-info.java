/** Tests of the settings of sending. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.notice.scheduling;
