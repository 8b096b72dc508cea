/** Places in lists, as callers send them back. */
@NullMarked
package org.vigie.notice.report.web;

import org.jspecify.annotations.NullMarked;
