@NullMarked
package org.vigie.notice.reference;

import org.jspecify.annotations.NullMarked;
