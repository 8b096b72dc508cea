/** How the services use MongoDB. */
@org.jspecify.annotations.NullMarked
package org.vigie.support.store;
