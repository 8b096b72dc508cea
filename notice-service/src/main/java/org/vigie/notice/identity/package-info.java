/** Ids made of what they identify, so that doing it twice is doing it once. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.identity;
