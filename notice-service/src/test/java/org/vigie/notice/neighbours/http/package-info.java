@NullMarked
package org.vigie.notice.neighbours.http;

import org.jspecify.annotations.NullMarked;
