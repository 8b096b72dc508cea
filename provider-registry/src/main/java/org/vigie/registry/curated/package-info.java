/** Providers and ranges that come with the product or from an operator's files, and the other data sets' files. */
@org.jspecify.annotations.NullMarked
package org.vigie.registry.curated;
