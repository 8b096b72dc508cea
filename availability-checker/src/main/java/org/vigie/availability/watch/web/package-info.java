/** Explaining a verdict over HTTP. */
@org.jspecify.annotations.NullMarked
package org.vigie.availability.watch.web;
