/** Reports over HTTP. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.report.web;
