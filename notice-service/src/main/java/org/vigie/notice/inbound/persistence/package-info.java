/** Mail that came, in MongoDB. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.inbound.persistence;
