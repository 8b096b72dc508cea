/** Reports in MongoDB. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.report.persistence;
