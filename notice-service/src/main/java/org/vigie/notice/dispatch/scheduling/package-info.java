/** When notices are made and sent. */
@NullMarked
package org.vigie.notice.dispatch.scheduling;

import org.jspecify.annotations.NullMarked;
