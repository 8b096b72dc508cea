/** Notices as MIME messages: text from templates, XARF and CSV parts. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.message.mime;
