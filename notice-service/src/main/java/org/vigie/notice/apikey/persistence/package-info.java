/** Keys in MongoDB. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.apikey.persistence;
