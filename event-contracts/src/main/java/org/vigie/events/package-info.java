/** The words that several topics share, the topics themselves and the headers of their records. */
@org.jspecify.annotations.NullMarked
package org.vigie.events;
