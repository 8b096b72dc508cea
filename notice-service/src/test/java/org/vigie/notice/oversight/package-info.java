@NullMarked
package org.vigie.notice.oversight;

import org.jspecify.annotations.NullMarked;
