/** ICCAM over HTTPS. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.iccam.http;
