/** What an operator decides about publications. */
@org.jspecify.annotations.NullMarked
package org.vigie.metrics.publication.settings;
