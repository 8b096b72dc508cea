/** Tests of the statistical unit. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.targeting;
