/** The kill switch over HTTP. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.stop.web;
