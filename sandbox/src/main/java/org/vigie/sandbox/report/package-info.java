/** The world as a reporter: it teaches its providers and hands in what was seen, when it is due. */
@org.jspecify.annotations.NullMarked
package org.vigie.sandbox.report;
