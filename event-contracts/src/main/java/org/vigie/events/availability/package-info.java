/** What availability-checker says of the presence of a case's content. */
@org.jspecify.annotations.NullMarked
package org.vigie.events.availability;
