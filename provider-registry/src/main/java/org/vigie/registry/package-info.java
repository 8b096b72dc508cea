/** Who can take a URL down, and how do we know. */
@org.jspecify.annotations.NullMarked
package org.vigie.registry;
