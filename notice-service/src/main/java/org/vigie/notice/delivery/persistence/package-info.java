/** What people did with web forms, in MongoDB. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.delivery.persistence;
