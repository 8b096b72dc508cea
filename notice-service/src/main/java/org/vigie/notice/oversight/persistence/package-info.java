/** The stop in MongoDB. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.oversight.persistence;
