/** Publications over HTTP, and the page everybody may read. */
@org.jspecify.annotations.NullMarked
package org.vigie.metrics.publication.web;
