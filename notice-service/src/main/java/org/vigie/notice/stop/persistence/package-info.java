/** The kill switch in MongoDB. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.stop.persistence;
