/** Tests of watches in MongoDB. */
@org.jspecify.annotations.NullMarked
package org.vigie.availability.watch.persistence;
