/** Notices and contacts over HTTP, for operators. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.dispatch.web;
