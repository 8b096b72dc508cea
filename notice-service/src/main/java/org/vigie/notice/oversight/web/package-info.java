/** Cases, decisions, tasks and the stop over HTTP. */
@NullMarked
package org.vigie.notice.oversight.web;

import org.jspecify.annotations.NullMarked;
