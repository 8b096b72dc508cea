/** Tasks over HTTP. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.task.web;
