/** Mail that came, over HTTP. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.inbound.web;
