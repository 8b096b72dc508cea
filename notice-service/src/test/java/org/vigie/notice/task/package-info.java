/** Tests of what people are asked to do, and the fakes of its ports. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.task;
