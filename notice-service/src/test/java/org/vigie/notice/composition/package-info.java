@NullMarked
package org.vigie.notice.composition;

import org.jspecify.annotations.NullMarked;
