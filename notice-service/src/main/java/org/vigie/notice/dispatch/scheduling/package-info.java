/** When notices are made and sent. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.dispatch.scheduling;
