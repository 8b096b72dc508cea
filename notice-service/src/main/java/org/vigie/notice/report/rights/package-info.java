/** What those who report may say. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.report.rights;
