/** Cases, decisions, tasks and the stop over HTTP. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.oversight.web;
