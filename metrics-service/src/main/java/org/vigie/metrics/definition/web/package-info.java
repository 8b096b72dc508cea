/** The definitions over HTTP. */
@org.jspecify.annotations.NullMarked
package org.vigie.metrics.definition.web;
