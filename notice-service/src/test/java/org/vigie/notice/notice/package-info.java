/** Tests of notices on their way, and the fakes of their ports. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.notice;
