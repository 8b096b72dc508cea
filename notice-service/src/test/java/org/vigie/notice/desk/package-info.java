@NullMarked
package org.vigie.notice.desk;

import org.jspecify.annotations.NullMarked;
