/** What every channel promises. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.delivery;
