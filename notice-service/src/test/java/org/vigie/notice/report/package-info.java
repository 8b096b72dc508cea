/** Tests of intake, and the fakes of its ports. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.report;
