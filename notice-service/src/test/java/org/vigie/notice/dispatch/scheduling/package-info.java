@NullMarked
package org.vigie.notice.dispatch.scheduling;

import org.jspecify.annotations.NullMarked;
