/** Ids made of what they identify, and reference numbers, each given once. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.reference;
