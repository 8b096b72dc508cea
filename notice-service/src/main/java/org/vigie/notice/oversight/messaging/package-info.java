/** Classifications, as producers publish them. */
@NullMarked
package org.vigie.notice.oversight.messaging;

import org.jspecify.annotations.NullMarked;
