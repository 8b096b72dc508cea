/** Gatherings in MongoDB. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.composition.persistence;
