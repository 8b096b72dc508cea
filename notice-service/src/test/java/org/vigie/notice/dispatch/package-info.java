@NullMarked
package org.vigie.notice.dispatch;

import org.jspecify.annotations.NullMarked;
