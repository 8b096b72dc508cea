/** Who works at the desk, the pages for people. */
@NullMarked
package org.vigie.notice.desk;

import org.jspecify.annotations.NullMarked;
