/** What notice-service says of its cases, where they lie, whom it wrote to and what became of its mail. */
@org.jspecify.annotations.NullMarked
package org.vigie.events.removal;
