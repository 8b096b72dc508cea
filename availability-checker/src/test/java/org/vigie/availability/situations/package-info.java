/** Situations on servers that nobody here wrote, and what the production watch makes of them. */
@org.jspecify.annotations.NullMarked
package org.vigie.availability.situations;
