/** The way to ICCAM, against a server that answers as the recordings say. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.iccam.http;
