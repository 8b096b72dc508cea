/** Where the copies of providers lie. */
@org.jspecify.annotations.NullMarked
package org.vigie.metrics.provider.persistence;
