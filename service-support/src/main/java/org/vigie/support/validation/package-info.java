/** What fields must hold, however they were handed in, and how a field that does not is named. */
@org.jspecify.annotations.NullMarked
package org.vigie.support.validation;
