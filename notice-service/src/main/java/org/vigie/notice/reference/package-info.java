/** Ids made of what they identify, and reference numbers, each given once. */
@NullMarked
package org.vigie.notice.reference;

import org.jspecify.annotations.NullMarked;
