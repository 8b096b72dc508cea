/** What a notice says, tested. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.message;
