/** Asking a web server for one URL, seeing as little of the answer as tells whether it is there. */
@org.jspecify.annotations.NullMarked
package org.vigie.availability.probe;
