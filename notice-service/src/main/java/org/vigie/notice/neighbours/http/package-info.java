/** Asks the other services over HTTP. */
@NullMarked
package org.vigie.notice.neighbours.http;

import org.jspecify.annotations.NullMarked;
