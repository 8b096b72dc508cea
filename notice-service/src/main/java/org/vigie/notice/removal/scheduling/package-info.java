/** When cases are looked at. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.removal.scheduling;
