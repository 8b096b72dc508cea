/** Notices and contacts over HTTP, for operators. */
@NullMarked
package org.vigie.notice.dispatch.web;

import org.jspecify.annotations.NullMarked;
