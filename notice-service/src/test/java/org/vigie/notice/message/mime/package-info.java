/** The rendered message, read back with libraries that did not write it. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.message.mime;
