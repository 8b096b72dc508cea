/** The parts of the REST interfaces by themselves. */
@org.jspecify.annotations.NullMarked
package org.vigie.support.web;
