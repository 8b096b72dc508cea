/** Contact feedback in MongoDB. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.contact.persistence;
