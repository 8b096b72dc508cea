@NullMarked
package org.vigie.notice.removal.persistence;

import org.jspecify.annotations.NullMarked;
