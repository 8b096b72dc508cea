@NullMarked
package org.vigie.notice.content;

import org.jspecify.annotations.NullMarked;
