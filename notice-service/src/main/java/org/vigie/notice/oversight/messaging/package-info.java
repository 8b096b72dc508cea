/** Classifications, as producers publish them. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.oversight.messaging;
