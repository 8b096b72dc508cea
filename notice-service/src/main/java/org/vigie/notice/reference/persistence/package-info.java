/** Reference counters in MongoDB. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.reference.persistence;
