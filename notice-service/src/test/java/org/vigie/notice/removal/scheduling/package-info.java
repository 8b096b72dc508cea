/** Tests of the settings of notices. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.removal.scheduling;
