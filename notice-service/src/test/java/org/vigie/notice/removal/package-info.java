/** Tests of the removal case's machines, and the fakes of its ports. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.removal;
