/** How a notice leaves: the channel port and what became of one attempt. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.delivery;
